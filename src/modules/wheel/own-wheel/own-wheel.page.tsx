import { areaNames, wheelAreas } from '#modules/knowledge'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { AreaBadge } from '#ui/area.tsx'
import { Tiles } from '#ui/child.tsx'
import { BackLink, Done, Intro, LinkButton } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { questionFor } from '../add-statement/words.parts.tsx'
import { AreaForm } from './area-form.parts.tsx'
import type { OwnWheel } from './own-wheel.ts'
import { SaidBeside } from './said-beside.parts.tsx'

/** The seven areas to choose among, or the one that was chosen. */
export const OwnWheelPage = (props: OwnWheel & FormState) =>
  props.area ? <AreaForm {...props} area={props.area} /> : <Areas {...props} />

function Areas({ child, lead, beside, said, readOn, next, thanked }: OwnWheel) {
  const childId = child.id
  return (
    <>
      <BackLink href={(beside ? paths.childsDoor.home : paths.child).to({ childId })}>
        {say('Min sida')}
      </BackLink>
      {thanked && (
        <Done title={say('Tack för att du berättade!')}>
          <p>
            {beside
              ? say('Det läses senast {day}.', { day: dayInWords(readOn) })
              : say('{name} läser det senast {day}.', { name: lead.name, day: dayInWords(readOn) })}
          </p>
          {next && (
            <p class="actions">
              <LinkButton href={areaHref(childId, next)}>
                {say('Nästa: {area}', { area: say(areaNames.names[next]) })}
              </LinkButton>
            </p>
          )}
        </Done>
      )}
      <Intro
        kicker={say('Mitt hjul')}
        title={
          child.person.kind === 'visible'
            ? say('Hur har du det, {name}?', { name: callOf(child.person) })
            : say('Hur har du det?')
        }
        lead={say('Välj en ruta. Du bestämmer vilka du svarar på.')}
      />
      <Tiles
        items={wheelAreas.map((area) => ({
          area,
          picture: <AreaBadge area={area} />,
          label: say(areaNames.names[area]),
          hint: say(questionFor(area, 'child')?.working ?? ''),
          href: areaHref(childId, area),
        }))}
      />
      <SaidBeside {...{ child, beside, said }} />
    </>
  )
}

const areaHref = (childId: string, area: string) => `${paths.wheel.own.to({ childId })}?ruta=${area}`

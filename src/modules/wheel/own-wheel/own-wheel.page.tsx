import { areaNames, wheelAreas } from '#modules/knowledge'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { AreaBadge } from '#ui/area.tsx'
import { BackLink, Done, Intro, LinkButton } from '#ui/parts.tsx'
import { questionFor } from '../add-statement/words.parts.tsx'
import { AreaForm } from './area-form.parts.tsx'
import type { OwnWheel } from './own-wheel.ts'

/** The seven areas to choose among, or the one that was chosen. */
export const OwnWheelPage = (props: OwnWheel & FormState) =>
  props.area ? <AreaForm {...props} area={props.area} /> : <Areas {...props} />

function Areas({ child, lead, readOn, next, thanked }: OwnWheel) {
  const childId = child.id
  const name = child.person.kind === 'visible' ? `, ${callOf(child.person)}` : ''
  return (
    <>
      <BackLink href={paths.child.to({ childId })}>Min sida</BackLink>
      {thanked && (
        <Done title="Tack för att du berättade!">
          <p>
            {lead.name} läser det senast {dayInWords(readOn)}.
          </p>
          {next && (
            <p class="actions">
              <LinkButton href={areaHref(childId, next)}>Nästa: {areaNames.names[next]}</LinkButton>
            </p>
          )}
        </Done>
      )}
      <Intro
        kicker="Mitt hjul"
        title={`Hur har du det${name}?`}
        lead="Välj en ruta. Du bestämmer vilka du svarar på."
      />
      <ul class="tiles">
        {wheelAreas.map((area) => (
          <li data-area={area}>
            <a href={areaHref(childId, area)}>
              <AreaBadge area={area} />
              <span>
                <b>{areaNames.names[area]}</b>
                <span class="hint">{questionFor(area, 'child')?.working}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const areaHref = (childId: string, area: string) => `${paths.wheel.own.to({ childId })}?ruta=${area}`

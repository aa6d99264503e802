import { guidance, wheelAreas } from '#modules/knowledge'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { AreaList } from '#ui/area.tsx'
import { AreaChoices, Buttons, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Guidance, Intro, NextStep, Section, TwoColumns } from '#ui/parts.tsx'
import type { StartForm } from './start-gathering.ts'

type Props = StartForm & FormState

export function StartGatheringPage(props: Props) {
  const { child, gathering, noticed, familyKnows, viewer, submission, errors = {} } = props
  const childId = child.id
  const typed = props.typed ?? { areas: gathering ? [] : noticed }
  const left = wheelAreas.filter((area) => !gathering?.areas.includes(area))
  const back = gathering ? paths.wheel.show.to({ childId }) : paths.child.to({ childId })
  return (
    <>
      <BackLink href={back}>{gathering ? 'Hjulet' : nameOf(child.person)}</BackLink>
      <TwoColumns
        aside={<Guidance sentences={guidance('gather').sentences} />}
        asideLabel="Till hjälp när du samlar"
      >
        <Intro
          kicker={gathering ? 'Fler områden' : 'Börja samla'}
          title={nameOf(child.person)}
          lead={`Välj bara de områden som spelar roll för ${callOf(child.person)} just nu. Fler kan läggas till senare.`}
        />
        <ErrorSummary errors={errors} />
        {familyKnows ? (
          <Form viewer={viewer} hidden={{ submission }}>
            {gathering && (
              <Section id="med" title="Redan med">
                <AreaList areas={gathering.areas} />
              </Section>
            )}
            {left.length > 0 && (
              <AreaChoices
                name="areas"
                label={gathering ? 'Vad mer vill du ta upp?' : 'Vad vill du ta upp?'}
                only={left}
                description={
                  !gathering && noticed.length > 0
                    ? 'De områden som har uppmärksammats är redan valda. Ändra om du vill.'
                    : undefined
                }
                {...{ typed, errors }}
              />
            )}
            {left.length > 0 && (
              <Buttons primary={gathering ? 'Lägg till' : 'Börja samla'} cancel={{ href: back }} />
            )}
          </Form>
        ) : (
          <TalkFirst {...props} />
        )}
      </TwoColumns>
    </>
  )
}

const TalkFirst = ({ child }: StartForm) => (
  <NextStep
    label="Innan du börjar samla"
    main="Prata med familjen"
    action={{ href: paths.family.talk.to({ childId: child.id }), label: 'Notera samtalet' }}
  >
    <p>
      Familjen ska veta vad som har uppmärksammats, och vad det här är. Finns det skäl att någon inte ska veta
      skriver du det på samma sida.
    </p>
  </NextStep>
)

import { readNoDay, TalkNow } from '#modules/knowledge'
import { FamilyButtons, FamilyText } from '#modules/plain-words'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { BrightLine } from '../bright.parts.tsx'
import type { Bright } from '../bright.ts'
import type { Noting } from './note.ts'

type Props = Noting & FormState

/** A few words of what went well, and all that has been written so. */
export function NotePage(props: Props) {
  const { known, plan, moments, isChild, viewer, submission, typed, errors } = props
  const { child } = known
  const back = (isChild ? paths.plan.childsReading : paths.plan.show).to({ childId: child.id })
  const field = {
    name: 'words',
    label: say('Det här har gått bra'),
    maxLength: 300,
    reads: whoReads(props),
    ...{ typed, errors },
  }
  const buttons = { primary: say('Spara'), cancel: { href: back } }
  // Tips are for those who write to a family, and not for the family's own words.
  const toFamily = !isChild && known.standing.relation !== 'guardian'
  return (
    <>
      <BackLink href={back}>{isChild ? say('Min plan') : say('Barnets plan')}</BackLink>
      <Intro
        kicker={say('Ljusglimtar')}
        title={isChild ? say('Vad har gått bra?') : nameOf(child.person)}
        lead={isChild ? say('Det kan vara något litet.') : say('Vad har gått bra? Det kan vara något litet.')}
      />
      <ErrorSummary errors={errors} />
      {plan.isOpen && (
        <Form viewer={viewer} hidden={{ submission }} guard>
          {toFamily ? <FamilyText {...field} /> : <TextArea {...field} />}
          {toFamily ? (
            <FamilyButtons typed={typed} read={{ words: field.label }} {...buttons} />
          ) : (
            <Buttons {...buttons} />
          )}
        </Form>
      )}
      {viewer.isChild && <TalkNow read={plan.isOpen ? readNoDay(child.id) : undefined} />}
      <Section id="alla" title={say('Ljusglimtar')}>
        {moments.length === 0 && <Empty>{say('Här står inget än.')}</Empty>}
        {moments.map((moment) => (
          <BrightLine {...{ child, moment, isChild }} more={<Mine {...props} moment={moment} />} />
        ))}
      </Section>
    </>
  )
}

const whoReads = ({ known, isChild, opensOn }: Props) =>
  isChild
    ? say('alla som läser din plan.')
    : say('{child} först. Från {day} av alla som läser planen.', {
        child: callOf(known.child.person),
        day: dayInWords(opensOn),
      })

/** Of one's own: when the others see it, and the way to take it back. */
function Mine({ known, viewer, isChild, today, moment }: Props & { moment: Bright }) {
  if (!moment.mine) return null
  return (
    <>
      {moment.opensOn > today && !isChild && (
        <>
          <br />
          {say('De andra ser det från {day}.', { day: dayInWords(moment.opensOn) })}
        </>
      )}
      <Form
        viewer={viewer}
        action={paths.bright.takeBack.to({ childId: known.child.id })}
        hidden={{ moment: moment.id }}
      >
        <button class="ds-button" data-variant="tertiary" type="submit">
          {say('Ta tillbaka')}
        </button>
      </Form>
    </>
  )
}

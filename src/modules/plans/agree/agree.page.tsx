import { guidance, readNoDay, TalkNow } from '#modules/knowledge'
import { dayAndMonth, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form, MoreDetails, TextArea, type Texts, Tick } from '#ui/form.tsx'
import { message } from '#ui/message.ts'
import { BackLink, Guidance, Intro, Lines, Note, Section, TwoColumns } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { type Agreement, type Asked, agreementAnswers, keyOf } from '../agreement.ts'
import type { FormProps } from '../form-routes.tsx'
import { isOver, ofKind } from '../plan.ts'
import { agreementWords, askedName } from '../plan-words.ts'
import { toChild } from '../to-child.parts.tsx'
import { agreeField } from './agree.form.ts'
import type { AgreeForm } from './agree.ts'

const filled = (agreements: readonly Agreement[]): Texts =>
  Object.fromEntries(
    agreements.flatMap(({ asked, answer, why, whyIsOpen }) => [
      [agreeField('answer', asked), answer],
      [agreeField('why', asked), why?.reveal()],
      [agreeField('open', asked), whyIsOpen ? 'ja' : undefined],
    ]),
  )

const ownWords = {
  agrees: message('Ja'),
  disagrees: message('Inte med på allt'),
  could_not_answer: message('Jag kan inte svara nu'),
} as const

export function AgreePage({
  known,
  parts,
  everyone,
  agreements,
  leads,
  notes,
  ...props
}: AgreeForm & FormProps) {
  const { viewer, submission, errors } = props
  const { child } = known
  const called = callOf(child.person)
  const typed = props.typed ?? filled(agreements)
  const back = paths.plan.show.to({ childId: child.id })
  const bba = leads.bba?.name ?? say('den som är Barnets bästa-ansvarig')
  return (
    <TwoColumns
      asideLabel={say('Handledning')}
      aside={notes ? <Guidance sentences={guidance('agreement').sentences} /> : null}
    >
      <BackLink href={back}>{say('Barnets plan')}</BackLink>
      <Intro
        kicker={notes ? 'Är alla med på planen?' : say('Är du med på planen?')}
        title={nameOf(child.person)}
        lead={
          notes
            ? 'Skriv vad var och en har sagt. Det går bra efter ett telefonsamtal. Hoppa över dem du inte har frågat.'
            : say('Du kan ändra dig när du vill.')
        }
      />
      {notes && <WithoutOwnWords childId={child.id} called={called} parts={parts} />}
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission }} guard>
        {everyone.map((asked) => (
          <Question {...{ asked, called, notes, typed, errors, bba }} last={lastOf(agreements, asked)} />
        ))}
        <Buttons primary={say('Spara')} cancel={{ href: back }} />
      </Form>
      {viewer.isChild && <TalkNow read={readNoDay(child.id)} />}
    </TwoColumns>
  )
}

/** What the child reads that nobody has put in words for it. */
function WithoutOwnWords({
  childId,
  called,
  parts,
}: Pick<AgreeForm, 'parts'> & { childId: string; called: string }) {
  const plain = ofKind(parts, 'action').filter(({ body, state }) => !body.toChild && !isOver(state))
  if (plain.length === 0) return null
  return (
    <Note title={`Så står det för ${called}, tills ni säger det bättre`}>
      <Lines
        items={plain.map((action) => (
          <>
            <span class="prewrap">{toChild(action, parts)}</span>{' '}
            <a href={paths.plan.changeAction.to({ childId, partId: action.id })}>
              Skriv med egna ord<span class="sr"> om {action.body.what.reveal()}</span>
            </a>
          </>
        ))}
      />
    </Note>
  )
}

const shortName = (asked: Asked, called: string): string =>
  asked.kind === 'child' ? called : (asked.name ?? 'vårdnadshavaren')

const lastOf = (agreements: readonly Agreement[], asked: Asked) =>
  agreements.find((one) => keyOf(one.asked) === keyOf(asked))

type QuestionProps = {
  asked: Asked
  called: string
  notes: boolean
  typed: Texts
  errors: Texts
  bba: string
  last: Agreement | undefined
}

function Question({ asked, called, notes, typed, errors, bba, last }: QuestionProps) {
  const fields = { typed, errors }
  const name = askedName(asked, !notes, called).replace(/,$/, '')
  const why = agreeField('why', asked)
  const reader = notes
    ? `dig som är Barnets bästa-ansvarig och den som svarar`
    : say('{name}, om du inte väljer något annat', { name: bba })
  return (
    <Section id={`svar-${keyOf(asked)}`} title={name} quiet={!notes}>
      {last && (
        <p class="soft small">
          {say('Senaste svaret, {day}: {answer}.', {
            day: dayAndMonth(swedishDay(last.at)),
            answer: say(agreementWords[last.answer]),
          })}
        </p>
      )}
      <Choices
        name={agreeField('answer', asked)}
        label={notes ? `Är ${shortName(asked, called)} med på planen?` : say('Är du med på planen?')}
        optional={notes}
        options={agreementAnswers.map((value) => ({
          value,
          label: notes
            ? { agrees: 'Ja', disagrees: 'Inte med på allt', could_not_answer: 'Kunde inte svara' }[value]
            : say(ownWords[value]),
        }))}
        {...fields}
      />
      <MoreDetails
        summary={notes ? 'Varför inte?' : say('Vill du säga varför?')}
        open={Boolean(typed[why] || errors[why])}
      >
        <TextArea
          name={why}
          label={say('Varför, med egna ord')}
          rows={2}
          optional
          reads={reader}
          {...fields}
        />
        <Tick
          name={agreeField('open', asked)}
          label={say('Alla som läser hela planen får läsa varför')}
          {...fields}
        />
      </MoreDetails>
    </Section>
  )
}

import { guidance, readNoDay, TalkNow } from '#modules/knowledge'
import { FamilyButtons, FamilyText } from '#modules/plain-words'
import { dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf, whoseOf } from '#shared/person.ts'
import {
  Buttons,
  Choices,
  DateField,
  ErrorSummary,
  Form,
  MoreDetails,
  saidBeside,
  TextArea,
  TextField,
  type Texts,
} from '#ui/form.tsx'
import { message } from '#ui/message.ts'
import { BackLink, Empty, Facts, Guidance, Intro, Note, Section, TwoColumns } from '#ui/parts.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import { actionStates } from '../action/action.form.ts'
import type { Asked } from '../agreement.ts'
import type { FormProps } from '../form-routes.tsx'
import { helpedFacts, readersOf, whenOf } from '../plan.parts.tsx'
import { type Action, stateOn } from '../plan.ts'
import { stateWords } from '../plan-words.ts'
import { ToChild } from '../to-child.parts.tsx'
import { actionField, helpedAnswers, helpedField } from './follow-up.form.ts'
import type { FollowUpForm } from './follow-up.ts'

const helpedLabels = {
  yes: message('Ja'),
  a_little: message('Lite'),
  no: message('Nej'),
  dont_know: message('Vet inte'),
} as const
const helpedOptions = () => helpedAnswers.map((value) => ({ value, label: say(helpedLabels[value]) }))

const filled = ({ actions, helped, occasionId, today, holds }: FollowUpForm): Texts => {
  if (holds)
    return {
      heldOn: today,
      ...Object.fromEntries(
        actions.map((action) => [actionField('state', action.id), stateOn(action, today)]),
      ),
    }
  const mine = helped.filter((one) => one.mine && one.occasionId === occasionId)
  return Object.fromEntries(
    mine.flatMap(({ partId, helped: answer, words }) => [
      [`helped-${partId}`, answer],
      [actionField('words', partId), words?.reveal()],
    ]),
  )
}

export const FollowUpPage = (form: FollowUpForm & FormProps) =>
  form.holds ? <HoldPage {...form} /> : <OwnPage {...form} />

function HoldPage(form: FollowUpForm & FormProps) {
  const { known, plan, actions, helped, family, viewer, submission, seen, errors, conflict, today } = form
  const { child } = known
  const to = { childId: child.id }
  const called = callOf(child.person)
  const typed = form.typed ?? filled(form)
  const fields = { typed, errors }
  const occasion = form.occasionId ?? submission
  const hidden = { submission, occasion, version: seen ?? String(plan.version) }
  return (
    <TwoColumns
      asideLabel="Handledning"
      aside={
        <>
          <Guidance sentences={guidance('followUp').sentences} />
          <p class="solo">
            <a href={paths.wheel.show.to(to)}>Lägg hjulet bredvid det förra</a>
          </p>
        </>
      }
    >
      {conflict && (
        <Note title="Planen har ändrats sedan du öppnade sidan">
          <p>Inget du skrev är borta. Se att läget stämmer för varje insats, och spara igen.</p>
        </Note>
      )}
      <BackLink href={paths.plan.show.to(to)}>Barnets plan</BackLink>
      <Intro
        kicker="Uppföljning"
        title={nameOf(child.person)}
        lead={`Fråga ${called} först: hjälpte det? Fyll i det ni hinner. Resten står kvar som förut.`}
      />
      <Renewal {...form} />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={hidden} guard>
        <DateField name="heldOn" label="Vilken dag följde ni upp?" max={today} {...fields} />
        <TextArea
          name="words"
          label={`Hur är det nu, med ${called === 'barnet' ? 'barnets' : `${called}s`} ord?`}
          optional
          reads="familjen och de som är med i hela planen"
          {...fields}
        />
        {actions.length === 0 && <Empty>Inga insatser pågår.</Empty>}
        {actions.map((action) => (
          <ActionFollowUp
            {...{ action, family, called, typed, errors }}
            said={helpedFacts(
              helped.filter(({ partId }) => partId === action.id),
              called,
            )}
          />
        ))}
        <Section id="sedan" title="Och sedan?">
          <FamilyText
            name="nextWords"
            label="Det här gör vi nu"
            optional
            rows={2}
            reads={saidBeside}
            {...fields}
          />
          <Choices
            name="next"
            label="Ses ni igen?"
            options={[
              {
                value: 'again',
                label: 'Ja, vi följer upp igen',
                reveals: (
                  <>
                    <DateField name="followUpOn" label="Nästa uppföljning" {...fields} />
                    <TextField fact name="followUpTime" label="Klockan" width="s" optional {...fields} />
                  </>
                ),
              },
              {
                value: 'end',
                label: 'Nej, vi är klara',
                hint: 'Då kommer du till sidan där planen avslutas.',
              },
            ]}
            {...fields}
          />
        </Section>
        <FamilyButtons
          typed={fields.typed}
          read={{ words: `Hur det är nu, med ${whoseOf(child.person)} ord`, nextWords: 'Det här gör vi nu' }}
          primary="Spara uppföljningen"
          cancel={{ href: paths.plan.show.to(to) }}
        />
      </Form>
    </TwoColumns>
  )
}

/** The family is here: a good moment to ask again, before anything ends by itself. */
function Renewal({ ending, known }: FollowUpForm) {
  const [first] = ending
  if (!first) return null
  const ask = `${paths.sharing.ask.to({ childId: known.child.id })}?igen=${first.consentId}`
  return (
    <Note title={first.over ? 'Ett samtycke har gått ut' : 'Ett samtycke går snart ut'}>
      <p>
        Sista dagen {first.over ? 'var' : 'är'} den {dayWithYear(first.lastDay)}.{' '}
        <a href={ask}>Fråga familjen igen</a>, om den vill att ni fortsätter tillsammans.
      </p>
    </Note>
  )
}

type OneAction = {
  action: Action
  family: readonly Asked[]
  called: string
  typed: Texts
  errors: Texts
  said: ReturnType<typeof helpedFacts>
}

function ActionFollowUp({ action, family, called, typed, errors, said }: OneAction) {
  const { id, body } = action
  const fields = { typed, errors }
  return (
    <Section id={`insats-${id}`} title={body.what.reveal()} lead={`${body.who.reveal()}. ${whenOf(action)}`}>
      {said.length > 0 && <Facts items={said} />}
      <Choices
        name={actionField('state', id)}
        label="Hur långt har det kommit?"
        pairs
        options={actionStates.map((value) => ({ value, label: stateWords[value] }))}
        {...fields}
      />
      <MoreDetails
        summary="Vad har ändrats? Hjälpte det?"
        open={[actionField('words', id), actionField('evaluation', id)].some(
          (name) => typed[name] || errors[name],
        )}
      >
        {family.map((asked) => (
          <Choices
            name={helpedField(asked, id)}
            label={`Hjälpte det, ${asked.kind === 'guardian' ? (asked.called ?? 'vårdnadshavare') : called}?`}
            pairs
            optional
            options={helpedOptions()}
            {...fields}
          />
        ))}
        <TextArea
          name={actionField('words', id)}
          label={`Vad säger ${called} har ändrats?`}
          optional
          rows={2}
          reads="familjen och de som är med på insatsen"
          {...fields}
        />
        <TextArea
          name={actionField('evaluation', id)}
          label="Vad ser ni som har gjort det?"
          optional
          rows={2}
          reads={saidBeside}
          {...fields}
        />
      </MoreDetails>
    </Section>
  )
}

function OwnPage(form: FollowUpForm & FormProps) {
  const { known, parts, actions, leads, viewer, submission, errors, occasionId, today } = form
  const { child, standing } = known
  const to = { childId: child.id }
  const typed = form.typed ?? filled(form)
  const isSelf = standing.relation === 'self'
  const asks = occasionId !== undefined && actions.length > 0
  const others = isSelf ? say('Hjälper det dig?') : say('Hjälper det {name}?', { name: callOf(child.person) })
  return (
    <>
      <BackLink href={paths.plan.show.to(to)}>{say('Barnets plan')}</BackLink>
      <Intro
        kicker={say('Hur går det?')}
        title={nameOf(child.person)}
        lead={say('Du kan svara när du vill. Svara på det du vill. Hoppa över resten.')}
      />
      {!asks && <Empty>{say('Det finns inget att svara på just nu.')}</Empty>}
      <ErrorSummary errors={errors} />
      {asks && (
        <Form viewer={viewer} hidden={{ submission }} guard>
          {actions.map((action) => (
            <Section
              id={`insats-${action.id}`}
              title={<AsWritten>{action.body.what.reveal()}</AsWritten>}
              lead={isSelf ? <ToChild action={action} parts={parts} /> : <bdi>{whenOf(action, today)}</bdi>}
            >
              <Choices
                name={`helped-${action.id}`}
                label={others}
                pairs
                optional
                options={helpedOptions()}
                {...{ typed, errors }}
              />
              <TextArea
                name={actionField('words', action.id)}
                label={say('Berätta mer, om du vill')}
                rows={2}
                optional
                reads={readersOf(action, leads.bba)}
                {...{ typed, errors }}
              />
            </Section>
          ))}
          <Buttons primary={say('Skicka')} cancel={{ href: paths.plan.show.to(to) }} />
        </Form>
      )}
      {viewer.isChild && <TalkNow read={asks ? readNoDay(child.id) : undefined} />}
    </>
  )
}

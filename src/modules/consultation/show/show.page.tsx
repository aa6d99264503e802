import { timeWords } from '#modules/directory'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { Buttons, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Facts, Intro, Note, Section, TwoColumns } from '#ui/parts.tsx'
import { turnWords } from '../consultation.ts'
import { LookedThrough, Messages } from '../thread.parts.tsx'
import type { Thread } from './show.ts'

export function ThreadPage({ consultation, messages, booking, linked, ...state }: Thread & FormState) {
  const { viewer, submission, typed, errors, conflict } = state
  const isClosed = consultation.turn === 'closed'
  const other = consultation.ours ? consultation.to : consultation.from
  return (
    <TwoColumns
      aside={<Aside {...{ consultation, messages, booking, linked, viewer }} />}
      asideLabel="Mer om frågan"
    >
      <BackLink href={paths.consultation.list.to({})}>Frågor utan namn</BackLink>
      <Intro
        kicker="En fråga utan namn"
        title={consultation.ours ? `Till ${consultation.to}` : `Från ${consultation.from}`}
        lead={leadOf(consultation.turn, consultation.ours, other)}
      />
      {conflict && (
        <Note title="Frågan är stängd">
          <p>
            Den stängdes medan du skrev, så det här skickades inte. Kopiera texten om du vill ha den kvar:
          </p>
          <p class="prewrap">{[typed?.['words'] ?? ''].flat().join('\n')}</p>
        </Note>
      )}
      <ErrorSummary errors={errors} />
      <Section id="tr" title="Det ni har skrivit">
        <Messages messages={messages} />
      </Section>
      {!isClosed && (
        <Form viewer={viewer} hidden={{ submission }} guard>
          <TextArea
            name="words"
            label={consultation.ours ? 'Skriv mer' : 'Svara'}
            rows={5}
            description="Skriv inget som visar vem barnet är."
            reads={`dem som tar emot på ${consultation.from} och ${consultation.to}`}
            {...{ typed, errors }}
          />
          <LookedThrough {...{ typed, errors }} />
          <Buttons primary="Skicka" />
        </Form>
      )}
    </TwoColumns>
  )
}

function leadOf(turn: Thread['consultation']['turn'], ours: boolean, other: string): string {
  if (turn === 'closed') return 'Frågan är stängd. Ni kan läsa den, men inte skriva mer.'
  if (ours)
    return turn === 'asked' ? `${other} har fått frågan.` : 'Du har fått svar. Stäng frågan när du är nöjd.'
  return turn === 'asked' ? 'Svara så gott ni kan. Ni vet inte vem barnet är.' : 'Ni har svarat.'
}

function Aside({ consultation, booking, linked, viewer }: Thread & { viewer: Viewer }) {
  const consultationId = consultation.id
  const { ours } = consultation
  const isClosed = consultation.turn === 'closed'
  return (
    <>
      <Section id="om" title="Om frågan">
        <Facts
          side
          items={[
            ['Från', consultation.from],
            ['Till', consultation.to],
            ['Ställd', dayInWords(consultation.askedOn)],
            ['Nu', turnWords(consultation)],
            [
              'Gäller',
              linked && <a href={paths.child.to({ childId: linked.childId })}>{linked.person.name}</a>,
            ],
          ]}
        />
      </Section>
      {booking && (
        <Section id="tid" title="Tid att prata">
          <p>{timeWords(booking.time)}</p>
          {booking.off && <p>Tiden är inställd av {consultation.to}. Skriv till dem här.</p>}
          {ours && booking.isAhead && !booking.off && (
            <Form viewer={viewer} action={paths.consultation.giveBack.to({ consultationId })}>
              <button class="ds-button" data-variant="secondary" type="submit">
                Lämna tillbaka tiden
              </button>
            </Form>
          )}
        </Section>
      )}
      {consultation.mine && !linked && (
        <Section id="barn" title="Gäller det ett barn du arbetar med?">
          <p>
            Om familjen vill kan du knyta frågan till barnet.{' '}
            <a href={paths.children.to({})}>Öppna barnets sida</a> och välj Frågor utan namn.
          </p>
        </Section>
      )}
      {ours && !isClosed && (
        <Form viewer={viewer} action={paths.consultation.close.to({ consultationId })}>
          <button class="ds-button" data-variant="secondary" type="submit">
            Stäng frågan
          </button>
        </Form>
      )}
    </>
  )
}

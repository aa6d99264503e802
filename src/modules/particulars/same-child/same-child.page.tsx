import type { Child } from '#modules/children'
import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, Conflict, ErrorSummary, Form, TextArea } from '#ui/form.tsx'
import { BackLink, Empty, Intro, Note, Section } from '#ui/parts.tsx'
import type { WhyNot } from '../same-store.ts'
import type { SameForm } from './same-child.ts'

type Props = SameForm & FormState

/** Two pages about one child become one, when two people say so. */
export function SameChildPage(props: Props) {
  const { child, alike, waiting, proposes, whyNot, typed = {}, errors = {}, conflict } = props
  const back = paths.particulars.show.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Samma barn"
        title={nameOf(child.person)}
        lead="Finns barnet på två sidor? Då kan de bli en, när två av er är säkra."
      />
      <ErrorSummary errors={errors} />
      {whyNot && (
        <Note title="Därför går det inte än">
          <p>{whyNots[whyNot]}</p>
        </Note>
      )}
      {conflict && (
        <Conflict mine={<p>{typed['why']}</p>} theirs={<p>Ett förslag väntar redan på svar.</p>}>
          Svara på det som väntar först.
        </Conflict>
      )}
      {waiting && <Waiting {...props} waiting={waiting} />}
      {proposes && alike.length === 0 && (
        <Empty>Ni arbetar inte med något annat barn som heter ungefär så.</Empty>
      )}
      {proposes && alike.length > 0 && <Propose {...props} />}
      <p class="soft">
        Du ser bara barn som du själv arbetar med. Tror du att barnet är känt hos någon annan, fråga familjen.
      </p>
    </>
  )
}

const whyNots: Readonly<Record<WhyNot, string>> = {
  no: 'Någon annan har redan svarat, eller så arbetar du inte med båda.',
  waits: 'Ett annat förslag väntar på svar.',
  protected: 'Ett av barnen har, eller har haft, skyddade personuppgifter. Sådana sidor förs aldrig ihop.',
  'not-open': 'Inget pågår på den andra sidan. Börja på den sida där det pågår, och låt den andra avslutas.',
  told: 'Familjen är med på den här sidan. Börja på den andra, så fortsätter allt här. Har familjen fått veta på båda, avsluta den ena som vanligt.',
  shared:
    'Någon annan verksamhet är med på den här sidan. Börja på den andra, eller avsluta det som delas först.',
  unread: 'Något väntar på att läsas. Läs och svara på det först.',
  'gone-far': 'Ni har redan valt väg här. Börja på den andra sidan, eller avsluta den här som vanligt.',
  guardians: 'De har inte samma vårdnadshavare enligt folkbokföringen. Se efter igen att det är samma barn.',
  numbers: 'Den här sidan har ett nummer som den andra saknar. Skriv det på den andra sidan först.',
}

const birthOf = ({ bornOn, expectedOn }: Child) =>
  bornOn ? `född ${dayWithYear(bornOn)}` : expectedOn ? `väntas ${dayWithYear(expectedOn)}` : undefined

function Propose({ alike, viewer, child, submission, typed = {}, errors = {} }: Props) {
  return (
    <Section id="foresla" title="Är det samma barn?">
      <Form viewer={viewer} guard hidden={{ submission }}>
        <Choices
          name="sameAs"
          label="På vilken sida ska det fortsätta?"
          description={`Sidan ${nameOf(child.person)} avslutas. Det som är uppmärksammat och sagt följer med. Vårdnadshavare som ni har skrivit upp här skriver ni upp på den andra.`}
          {...{ typed, errors }}
          options={alike.map((one) => ({ value: one.id, label: nameOf(one.person), hint: birthOf(one) }))}
        />
        <TextArea
          name="why"
          label="Hur vet ni det?"
          reads="den hos er som svarar på förslaget"
          {...{ typed, errors }}
        />
        <Buttons primary="Föreslå" cancel={{ href: paths.particulars.show.to({ childId: child.id }) }} />
      </Form>
    </Section>
  )
}

type WaitingProps = Props & { waiting: NonNullable<SameForm['waiting']> }

function Waiting({ child, viewer, waiting: { id, other, why, byMe } }: WaitingProps) {
  const action = paths.particulars.answerSame.to({ childId: child.id, proposalId: id })
  return (
    <Section
      id="vantar"
      title={other ? `Är det samma barn som ${nameOf(other.person)}?` : 'Ett förslag väntar'}
      lead={
        other ? birthOf(other) : 'Det gäller ett barn som du inte arbetar med. Be en kollega som gör det.'
      }
    >
      {other && <p class="prewrap">{why.reveal()}</p>}
      {byMe && (
        <p>
          Du har föreslagit det. En kollega som arbetar med båda behöver också titta.{' '}
          <a href={paths.wheel.colleague.to({ childId: child.id })}>Ge en kollega arbetet</a>
        </p>
      )}
      {other && !byMe && (
        <Form viewer={viewer} action={action} hidden={{ answer: 'yes' }}>
          <p>Säger du ja avslutas den här sidan och allt fortsätter på den andra. Det går inte att ångra.</p>
          <button class="ds-button" type="submit">
            Ja, det är samma barn
          </button>
        </Form>
      )}
      <Form viewer={viewer} action={action} hidden={{ answer: 'no' }}>
        <button class="ds-button" data-variant="secondary" type="submit">
          {byMe || !other ? 'Ta tillbaka det' : 'Nej, det är två barn'}
        </button>
      </Form>
    </Section>
  )
}

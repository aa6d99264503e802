import { ageText } from '#modules/children'
import { guidance, retention } from '#modules/knowledge'
import type { Day } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import {
  Buttons,
  Choices,
  Conflict,
  DateField,
  ErrorSummary,
  Form,
  Select,
  TextField,
  type Texts,
} from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { BackLink, Guidance, Intro, Note, Section, TwoColumns } from '#ui/parts.tsx'
import { isConsultation, type Received, type Way } from '../received.ts'
import type { ReceiveForm } from './receive.ts'
import { decidedText, Told } from './received.parts.tsx'

type Props = ReceiveForm & {
  viewer: Viewer
  today: Day
  typed?: Texts
  errors?: Texts
  conflict?: boolean
}

export function ReceivePage(props: Props) {
  const { child, received, errors = {}, typed = {}, conflict } = props
  const { decided, sender } = received
  const consultation = isConsultation(child, received)
  return (
    <>
      <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
      <TwoColumns aside={<Aside received={received} />} asideLabel="Till hjälp">
        <Intro
          kicker={received.goodNews ? 'En ljusglimt' : 'Uppmärksammat'}
          title={consultation ? 'En fråga utan namn' : nameOf(child.person)}
          lead={`${sender.text} berättar.`}
        />
        {conflict && decided && <Clash decided={decidedText(decided)} typed={typed} />}
        <ErrorSummary errors={errors} />
        <Told received={received} today={props.today} />
        {received.waitsToBeRead ? (
          <JustRead {...props} />
        ) : decided ? (
          <Section id="klart" title="Så blev det">
            <p>{decidedText(decided)}</p>
            {decided.why && <p class="prewrap">{decided.why.reveal()}</p>}
            {kept(decided.decision) && <p class="soft small">{retention.noticingWithoutAction.sv}.</p>}
          </Section>
        ) : (
          <Decide {...props} />
        )}
      </TwoColumns>
    </>
  )
}

/** Nothing is asked for: to have read it is enough. */
const JustRead = ({ child, received, viewer }: Props) => (
  <Form
    viewer={viewer}
    action={paths.noticing.goodNewsRead.to({ childId: child.id, itemId: received.itemId })}
  >
    <p>
      En ljusglimt kräver inget beslut. Tack räcker.{' '}
      <span class="soft small">{retention.noticingWithoutAction.sv}.</span>
    </p>
    <Buttons primary="Tack, läst" cancel={{ href: paths.tasks.to({}), label: 'Inte nu' }} />
  </Form>
)

const kept = (decision: string) => ['thanked', 'ordinary_help', 'sent_back'].includes(decision)

function Decide(props: Props) {
  const { child, received, ways, viewer, typed = {}, errors = {} } = props
  const matches = child.provisional && !isConsultation(child, received)
  return (
    <Form viewer={viewer} guard>
      {matches && <WhichChild {...props} />}
      <Choices
        name="decision"
        label="Vad gör du nu?"
        {...{ typed, errors }}
        options={ways.map((way) => ({
          value: way,
          ...wayTexts[way],
          ...(way === 'sent_back' && { reveals: <SendBack received={received} {...{ typed, errors }} /> }),
        }))}
      />
      <Buttons primary="Gå vidare" cancel={{ href: paths.tasks.to({}), label: 'Inte nu' }} />
    </Form>
  )
}

const wayTexts: Readonly<Record<Way, { label: string; hint: string }>> = {
  thanked: { label: 'Tacka och avsluta', hint: `Inget mer behövs. ${retention.noticingWithoutAction.sv}.` },
  ordinary_help: {
    label: 'Hjälp i vardagen',
    hint: 'Vi gör något litet här och nu, som vi ändå gör för alla barn.',
  },
  own_support: {
    label: 'Ge stöd i vår egen verksamhet',
    hint: 'Du skriver vad, vem och när ni tittar igen. Inget delas med någon annan.',
  },
  joined: { label: 'Lägg till det som redan pågår', hint: 'Det hör ihop med något som är öppet för barnet.' },
  gathering: {
    label: 'Börja samla',
    hint: 'Först pratar du med familjen. Sedan tar ni reda på hur barnet har det.',
  },
  sent_back: { label: 'Skicka tillbaka', hint: 'Det är fel barn, eller inte vårt.' },
}

type Part = { received: Received; typed: Texts; errors: Texts }

function SendBack({ received, typed, errors }: Part) {
  const { inside, phone, text } = received.sender
  return (
    <>
      <TextField
        name="why"
        label="En rad om varför"
        reads={inside ? text : 'er som tar emot här'}
        {...{ typed, errors }}
      />
      {!inside && (
        <p class="soft">
          {text} ser inte svaret här. {phone ? `Ring ${phone} och berätta.` : 'Hör av dig och berätta.'}
        </p>
      )}
    </>
  )
}

function WhichChild({ proposed, places, today, typed = {}, errors = {} }: Props) {
  const known = proposed.map((child) => ({
    value: child.id,
    label: nameOf(child.person),
    hint: ageText(child, today),
  }))
  return (
    <>
      <Choices
        name="child"
        label="Vilket barn är det?"
        description={
          known.length > 0
            ? 'Barn som du redan känner, med namn som liknar.'
            : 'Inget barn som du känner har ett namn som liknar.'
        }
        {...{ typed, errors }}
        options={[
          ...known,
          {
            value: 'new',
            label: 'Ett barn som inte finns här än',
            reveals: <NewChild {...{ places, typed, errors }} />,
          },
        ]}
      />
      <details class="ds-details" open={Boolean(typed['name'])}>
        <summary>Leta efter ett annat namn</summary>
        <div>
          <TextField fact name="name" label="Namn" optional {...{ typed, errors }} />
          <button class="ds-button" data-variant="secondary" type="submit" name="search" value="ja">
            Leta
          </button>
        </div>
      </details>
    </>
  )
}

const NewChild = ({ places, typed, errors }: Pick<Props, 'places'> & { typed: Texts; errors: Texts }) => (
  <>
    <TextField fact name="givenName" label="Förnamn" {...{ typed, errors }} />
    <TextField fact name="familyName" label="Efternamn" {...{ typed, errors }} />
    <DateField name="born" label="Född, eller beräknas födas" {...{ typed, errors }} />
    <Select
      name="goesTo"
      label="Går på"
      empty="Vet inte, eller ingen av dem"
      options={places.map(({ id, name }) => ({ value: id, label: name }))}
      typed={{ goesTo: places.find(({ isOwn }) => isOwn)?.id, ...typed }}
      optional
      errors={errors}
    />
  </>
)

function Clash({ decided, typed }: { decided: string; typed: Texts }) {
  const mine = wayTexts[typed['decision'] as Way]?.label ?? 'Inget valt'
  return (
    <Conflict mine={<p>{[mine, typed['why']].filter(Boolean).join(': ')}</p>} theirs={<p>{decided}</p>}>
      Det du valde är inte sparat. Prata med varandra om det inte blev rätt.
    </Conflict>
  )
}

function Aside({ received }: { received: Received }) {
  const { phone, text } = received.sender
  return (
    <>
      <Guidance sentences={guidance('receive').sentences} />
      {phone && (
        <Note title="Vill du veta mer?">
          <p>
            {text}
            <br />
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </p>
        </Note>
      )}
      <Note title="Tror du att barnet far illa?">
        <p>
          Då gör du själv en orosanmälan, nu.{' '}
          <a href={paths.concern.to({})}>Så når du socialtjänsten i barnets kommun</a>
        </p>
      </Note>
    </>
  )
}

import { dayAndMonth } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import {
  Buttons,
  Choices,
  Conflict,
  DateField,
  ErrorSummary,
  Form,
  MoreDetails,
  Select,
  TextField,
  type Texts,
} from '#ui/form.tsx'
import { BackLink, Intro, Lines, Note } from '#ui/parts.tsx'
import { presetAnswers, typedAnswers, UnitAnswers } from '../answer-consent/unit-answers.parts.tsx'
import { languages } from '../consent.ts'
import { answerWords, signerName } from '../labels.ts'
import { answerOf, childSaysNoOnly, type Sheet } from '../sheet.ts'
import { theChild } from './note-answer.form.ts'
import type { NoteForm } from './note-answer.ts'

type Props = NoteForm & FormState

/** Everything a guardian can do, noted from a telephone call on one screen. */
export function NoteAnswerPage(props: Props) {
  const { child, sheet, today, viewer, submission, errors = {}, conflict = false } = props
  const typed = props.typed ?? preset(props)
  const fields = { typed, errors }
  const seen = String(sheet.answered)
  return (
    <>
      <BackLink href={paths.sharing.consents.to({ childId: child.id })}>Samtycke</BackLink>
      <Intro
        kicker="Notera ett svar"
        title={nameOf(child.person)}
        lead="Ett nej är lika bra som ett ja. Ett ja går att ta tillbaka, och det gäller direkt."
      />
      <SayFirst {...props} />
      {conflict && <Clash {...props} said={typedAnswers(sheet, typed)} />}
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} guard hidden={{ submission, seen }}>
        <Choices
          name="signer"
          label="Vem svarar?"
          {...fields}
          options={[
            ...sheet.signers.map((signer) => ({
              value: signer.id,
              label: signerName(signer, child.person),
            })),
            ...(childSaysNoOnly(sheet)
              ? [{ value: theChild, label: `${nameOf(child.person)}, som säger nej` }]
              : []),
          ]}
        />
        <UnitAnswers
          {...{ sheet, ...fields }}
          labels={{ yes: 'Ja', no: 'Nej', withdrawn: 'Tar tillbaka sitt ja' }}
        />
        <Way {...fields} />
        <Understood sheet={sheet} {...fields} />
        <DateField
          name="answeredOn"
          label="Vilken dag kom svaret?"
          min={sheet.askedOn}
          max={today}
          {...fields}
        />
        <Buttons primary="Spara svaret" cancel={{ href: paths.sharing.consents.to({ childId: child.id }) }} />
      </Form>
    </>
  )
}

/** By telephone, today, for the only one who can answer or the one that the link named. */
function preset({ sheet, today, signerId }: Props): Texts {
  const only = sheet.signers.length === 1 ? sheet.signers[0] : undefined
  const signer = sheet.signers.find(({ id }) => id === signerId) ?? only
  return { way: 'telephone', answeredOn: today, signer: signer?.id, ...presetAnswers(sheet, signer) }
}

function Way({ typed, errors }: { typed: Texts; errors: Texts }) {
  const fields = { typed, errors }
  return (
    <Choices
      name="way"
      label="Hur kom svaret?"
      {...fields}
      options={[
        { value: 'telephone', label: 'På telefon' },
        {
          value: 'paper',
          label: 'På papper',
          reveals: (
            <>
              <TextField name="seenBy" fact label="Vem tog emot det underskrivna pappret?" {...fields} />
              <TextField name="where" fact label="Var ligger pappret?" {...fields} />
            </>
          ),
        },
        {
          value: 'oral',
          label: 'Muntligt, när ni sågs',
          reveals: (
            <TextField
              name="witness"
              fact
              label="Vem mer var med och hörde svaret?"
              description="Behövs bara när svaret är ja."
              {...fields}
            />
          ),
        },
      ]}
    />
  )
}

/** In what language, and who interpreted: a yes to what only a machine has translated needs it. */
function Understood({ sheet, typed, errors }: { sheet: Sheet; typed: Texts; errors: Texts }) {
  const fields = { typed: { language: sheet.language, ...typed }, errors }
  return (
    <MoreDetails
      summary="Ett annat språk, eller med tolk"
      open={sheet.language !== 'sv' || sheet.interpreter || errors['interpreter'] !== undefined}
    >
      <Select
        name="language"
        label="På vilket språk läste ni frågan?"
        options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        {...fields}
      />
      <TextField
        name="interpreter"
        fact
        label="Vem tolkade?"
        description="Behövs för ett ja när ingen människa har läst översättningen."
        optional
        {...fields}
      />
    </MoreDetails>
  )
}

function SayFirst({ child, sheet }: Props) {
  return (
    <Note title="Säg innan någon svarar">
      <p>Vilka som får veta, vad, varför och hur länge: {sheet.purpose.reveal()}</p>
      <p>Att det går att stryka, säga nej och ändra sig.</p>
      <p>
        <a href={paths.sharing.sheet.to({ childId: child.id, consentId: sheet.id })}>Läs upp hela frågan</a>
      </p>
    </Note>
  )
}

function Clash({ child, sheet, said }: Props & { said: readonly string[] }) {
  const theirs = sheet.signers.flatMap((signer) =>
    sheet.lines.flatMap((line) => {
      const now = answerOf(line, signer)
      return now
        ? `${signerName(signer, child.person)}, ${line.name}: ${answerWords[now.answer]}, ${dayAndMonth(now.answeredOn)}`
        : []
    }),
  )
  return (
    <Conflict mine={<Lines items={said} />} theirs={<Lines items={theirs} />}>
      Ett svar kom in medan du skrev. Läs båda, och spara igen om ditt ska gälla.
    </Conflict>
  )
}

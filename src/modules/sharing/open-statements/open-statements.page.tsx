import { areaNames, goldenRule, wheelAreas } from '#modules/knowledge'
import { dayAndMonth } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { seemsToTellWhere } from '#shared/tells-where.ts'
import { AreaName } from '#ui/area.tsx'
import { FieldError } from '#ui/fields.tsx'
import {
  Buttons,
  Choices,
  ErrorSummary,
  Form,
  MoreDetails,
  Select,
  saidBeside,
  TextArea,
  type Texts,
} from '#ui/form.tsx'
import { BackLink, Empty, Intro, Lines, Note, Section, TwoColumns } from '#ui/parts.tsx'
import { every } from '#ui/texts.ts'
import { GroundFields, OneSentence } from '../golden-rule.parts.tsx'
import { areaWords } from '../labels.ts'
import type { OpenableStatement, SharedItem } from '../statement-store.ts'
import { byKind } from '../units.ts'
import { inWords } from '../words.ts'
import { statementValue } from './open-statements.form.ts'
import type { OpenForm } from './open-statements.ts'

type Props = OpenForm & FormState

/** Statements to open, one at a time: tick what is needed, and press once. */
export function OpenStatementsPage(props: Props) {
  const { child, statements, shared, already, conflict = false, errors = {} } = props
  return (
    <>
      <BackLink href={paths.wheel.show.to({ childId: child.id })}>Hjulet</BackLink>
      <TwoColumns aside={<GoldenRule />} asideLabel="Gyllene regeln">
        <Intro
          kicker="Visa på mötet"
          title={nameOf(child.person)}
          lead="Välj det som behövs för mötet. Resten stannar hos er."
        />
        {already && (
          <Note title="Det visas redan">
            <p>Inget nytt har hänt. Allt som visas nu står längst ner på sidan.</p>
          </Note>
        )}
        {conflict && (
          <Note title="Det hann ändras">
            <p>Någon har ändrat sitt svar eller sina ord. Inget nytt visas. Så här står det nu.</p>
          </Note>
        )}
        <ErrorSummary errors={errors} />
        {statements.length > 0 ? <OpenForStatements {...props} /> : <Nothing />}
      </TwoColumns>
      {shared.length > 0 && <SharedNow {...props} />}
    </>
  )
}

const Nothing = () => <Empty>Det finns inget att visa än. Det som är sagt i förtroende visas aldrig.</Empty>

function OpenForStatements(props: Props) {
  const { child, statements, family, units, viewer, submission, errors = {} } = props
  const typed: Texts = props.typed ?? { people: family.map(({ personId }) => personId), items: props.wanted }
  const fields = { typed, errors }
  return (
    <Form viewer={viewer} guard hidden={{ submission }}>
      <fieldset class="ds-fieldset" aria-describedby={errors['items'] ? 'items-fel' : undefined}>
        <legend>Vad vill ni visa?</legend>
        <FieldError name="items" errors={errors} />
        {wheelAreas.map((area) => {
          const here = statements.filter((said) => said.area === area)
          if (here.length === 0) return null
          return (
            <>
              <h2 class="h-small">
                <AreaName area={area} />
              </h2>
              <div class="choices">
                {here.map((said) => (
                  <StatementChoice
                    {...props}
                    said={said}
                    typed={typed}
                    first={said === firstOf(statements)}
                  />
                ))}
              </div>
            </>
          )
        })}
      </fieldset>
      {family.length > 0 && (
        <Choices
          type="checkbox"
          name="people"
          label="Vem i familjen får läsa?"
          options={family.map(({ personId, name }) => ({ value: personId, label: name }))}
          {...fields}
        />
      )}
      {units.length > 0 && (
        <>
          <Choices
            type="checkbox"
            name="units"
            label="Vilka andra behöver läsa?"
            optional
            options={units.map(({ unitId, name, areas }) => ({
              value: unitId,
              label: name,
              hint: `Familjen har sagt ja till: ${areaWords(areas) || 'inget område'}`,
            }))}
            {...fields}
          />
          <OneSentence {...fields} />
        </>
      )}
      <OnGround {...props} typed={typed} />
      <Buttons primary="Visa" cancel={{ href: paths.wheel.show.to({ childId: child.id }) }} />
    </Form>
  )
}

const onGroundFields = ['otherUnit', 'ground', 'informed', 'informedHow']

/** Folded away: when the family has not said yes, and a rule lets another unit read anyway. */
function OnGround({ others, grounds, typed, errors = {} }: Omit<Props, 'typed'> & { typed: Texts }) {
  const fields = { typed, errors }
  const open = onGroundFields.some((name) => Boolean(typed[name]) || Boolean(errors[name]))
  return (
    <MoreDetails summary="Visa för någon annan, fast familjen inte har sagt ja" open={open}>
      <p>
        Fråga familjen i första hand. Säger en regel att ni får berätta ändå står det i familjens eget kvitto,
        om det inte är spärrat.
      </p>
      <Select
        name="otherUnit"
        label="Vilken verksamhet?"
        empty="Ingen"
        optional
        options={byKind(others).flatMap(({ units }) =>
          units.map(({ id, name }) => ({ value: id, label: name })),
        )}
        {...fields}
      />
      <GroundFields grounds={grounds} optional {...fields} />
      <p class="soft small">Är det akut fara: visa nu, och skriv de tre meningarna inom ett dygn.</p>
      <Choices
        name="informed"
        label="Har familjen fått veta att du visar det här?"
        optional
        options={[
          { value: 'told', label: 'Ja' },
          { value: 'not_told', label: 'Nej' },
        ]}
        {...fields}
      />
      <TextArea
        name="informedHow"
        label="Hur fick de veta det? Eller varför har de inte fått det?"
        description="Det här läser bara ni."
        rows={2}
        optional
        reads={saidBeside}
        {...fields}
      />
    </MoreDetails>
  )
}

const firstOf = (statements: readonly OpenableStatement[]) =>
  wheelAreas.map((area) => statements.find((said) => said.area === area)).find(Boolean)

type ChoiceProps = Omit<Props, 'typed'> & { said: OpenableStatement; typed: Texts; first: boolean }

function StatementChoice({ child, said, shared, typed, first, warns }: ChoiceProps) {
  const { working, challenging, quote, saidOn, version, itemId } = said
  const words = [working, challenging, quote].map((text) => text?.reveal() ?? '')
  const open = shared.filter((one) => one.itemId === itemId)
  const value = statementValue(said)
  return (
    <label class="choice">
      <input
        class="ds-input"
        id={first ? 'items' : `items-${itemId}`}
        name="items"
        type="checkbox"
        value={value}
        checked={every(typed, 'items').includes(value)}
      />
      <span>
        <b>{whoSaid(said, callOf(child.person))}</b>, {dayAndMonth(saidOn)}
        {working && <span class="hint prewrap">Fungerar: {working.reveal()}</span>}
        {challenging && <span class="hint prewrap">Utmanande: {challenging.reveal()}</span>}
        {quote && <span class="hint prewrap">”{quote.reveal()}”</span>}
        {warns && words.some(seemsToTellWhere) && (
          <span class="hint">
            <b>Läs en gång till.</b> Här kan stå en adress, en plats eller ett telefonnummer, och någon runt
            barnet har skyddade uppgifter.
          </span>
        )}
        {said.voice === 'child' && <span class="hint">{readersWords[said.readers]}</span>}
        {open.some((one) => one.version < version) && (
          <span class="hint">Ändrad sedan den visades. Den nya texten visas inte förrän ni väljer det.</span>
        )}
      </span>
    </label>
  )
}

const readersWords = {
  unit: '',
  told: '',
  meeting: 'Barnet vill att bara de som är på mötet får läsa.',
  everyone: 'Barnet vill att alla som är med får läsa.',
} as const

const whoSaid = ({ voice, who }: OpenableStatement, call: string): string =>
  voice === 'child' ? call : capital(who ?? 'en viktig vuxen')

function GoldenRule() {
  return (
    <Note title={goldenRule.title}>
      {goldenRule.paragraphs.map((text) => (
        <p>{text}</p>
      ))}
      <Lines items={goldenRule.words.map(({ sv, question }) => `${capital(sv)}: ${question}`)} />
    </Note>
  )
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What is open now, for each reader, with a way to end it. */
function SharedNow({ child, shared, family, statements, viewer }: Props) {
  const readers = [
    ...new Set(shared.map(({ unit, personId }) => unit?.id ?? personId).filter((id) => id !== undefined)),
  ]
  const nameOfReader = (id: string) =>
    shared.find(({ unit }) => unit?.id === id)?.unit?.name ??
    family.find(({ personId }) => personId === id)?.name ??
    'Någon i familjen'
  const wordsOf = (itemId: string) => {
    const said = statements.find((one) => one.itemId === itemId)
    return said ? whoSaid(said, callOf(child.person)) : 'Någon'
  }
  const of = (id: string): SharedItem[] =>
    shared.filter(({ unit, personId }) => (unit?.id ?? personId) === id)
  return (
    <Section id="visas" title="Det här visas nu">
      {readers.map((id) => (
        <>
          <h3>{nameOfReader(id)}</h3>
          <ul class="lines wide">
            {of(id).map(({ grantId, itemId, area, since }) => (
              <li>
                {wordsOf(itemId)} om {area && areaNames.names[area]}, visas sedan den {dayAndMonth(since)}
                <Form viewer={viewer} action={paths.sharing.end.to({ childId: child.id, grantId })}>
                  <button class="ds-button" data-variant="secondary" type="submit">
                    Sluta visa
                    <span class="sr">
                      {' '}
                      {inWords([area ? areaNames.names[area] : '', nameOfReader(id)].filter(Boolean))}
                    </span>
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      ))}
    </Section>
  )
}

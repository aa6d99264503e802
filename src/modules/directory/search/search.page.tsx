import { needCodes, needs } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { Form, MoreDetails, TextField } from '#ui/form.tsx'
import { Empty, Intro, Lines, Section } from '#ui/parts.tsx'
import { AgeSelect, MunicipalitySelect, Pages } from '../choose.parts.tsx'
import { type DirectoryUnit, kindWords, spanWords } from '../entry.ts'
import type { Answer, Question } from './search.ts'

const addressOf = ({ words, municipality, age, page }: Partial<Question>) => {
  const asked = new URLSearchParams({
    ...(words && { q: words }),
    ...(municipality && { kommun: municipality }),
    ...(age !== undefined && { alder: String(age) }),
    ...(page && page > 1 && { sida: String(page) }),
  })
  return `${paths.directory.search.to({})}?${asked}`
}

export function SearchPage({ question, answer }: { question: Question; answer: Answer }) {
  const { words, municipality, age, page } = question
  return (
    <>
      <Intro
        title="Vem kan hjälpa?"
        lead="Skriv vad det handlar om med vanliga ord, så ser du vilka som brukar kunna hjälpa till."
      />
      <Form method="get">
        <TextField
          name="q"
          label="Vad handlar det om?"
          description="Till exempel ”sover dåligt”. Skriv inget namn."
          type="search"
          optional
          typed={{ q: words }}
        />
        <AgeSelect label="Barnets ålder" typed={{ alder: age === undefined ? '' : String(age) }} />
        <MunicipalitySelect label="Kommun" typed={{ kommun: municipality }} />
        <div class="actions">
          <button class="ds-button" type="submit">
            Sök
          </button>
          <a href={paths.directory.whom.to({})}>Sidan för familjer</a>
          {answer.leadsProcess && <a href={paths.directory.map.to({})}>Länets karta</a>}
        </div>
      </Form>
      <Section id="svar" title={titleOf(answer)} lead={understood(answer)}>
        {answer.units.length === 0 && (
          <Empty>
            Inget passade in. Prova med färre ord, eller välj något av det som brukar komma upp här nedanför.
          </Empty>
        )}
        <Lines items={answer.units.map((unit) => <Found unit={unit} />)} />
        <Pages
          href={(to) => addressOf({ ...question, page: to })}
          {...{ page, size: answer.size, total: answer.total }}
        />
      </Section>
      <MoreDetails summary="Det som brukar komma upp" open={answer.units.length === 0}>
        <Lines
          items={needCodes.map((code) => (
            <a href={addressOf({ ...question, words: needs[code].sv, page: 1 })}>{needs[code].sv}</a>
          ))}
        />
      </MoreDetails>
    </>
  )
}

const titleOf = ({ total }: Answer) => (total === 1 ? 'En verksamhet' : `${total} verksamheter`)
const understood = ({ needs: found }: Answer) =>
  found.length > 0 &&
  `Vi tänker att det handlar om: ${found.map((code) => needs[code].sv.toLowerCase()).join(', ')}.`

const Found = ({ unit }: { unit: DirectoryUnit }) => (
  <>
    <h3>
      <a href={paths.directory.unit.to({ unitId: unit.id })}>{unit.name}</a>
    </h3>
    <p>{unit.entry ? unit.entry.mission : 'Har inte berättat något här än.'}</p>
    <span class="hint">
      {kindWords[unit.kind]}
      {unit.entry && `. ${spanWords(unit.entry)}`}
      {unit.phone && `. Telefon ${unit.phone}`}
    </span>
  </>
)

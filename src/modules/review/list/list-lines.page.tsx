import { dayAndMonth } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Form, MoreDetails } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Empty, Intro, Lines, Note, Section, TaskGroup, TaskRow } from '#ui/parts.tsx'
import { isAlarm, type Line, onlySample, outcomeWords, ruleWords } from '../review.ts'
import type { LineList } from './list-lines.ts'

/** The queue: alarms first, then what a rule has found, then the random sample. */
export function LineListPage({ units, lines, reviews, undrawn, viewer }: LineList & { viewer: Viewer }) {
  const groups = [
    { id: 'larm', title: 'Behöver läsas nu', lines: lines.filter(isAlarm) },
    {
      id: 'regler',
      title: 'Ser ovanligt ut',
      lines: lines.filter((line) => !isAlarm(line) && !onlySample(line)),
    },
    { id: 'stickprov', title: 'Stickprov', lines: lines.filter(onlySample) },
  ]
  return (
    <>
      <Intro
        kicker={units.flatMap(({ name, turn }) => (turn === 'fallback' ? [] : name)).join(', ')}
        title="Granska loggen"
        lead="Det mesta är vanligt arbete. Öppna en rad, se vad som gjordes och skriv vad du kom fram till."
      />
      {lines.length === 0 && <Empty>Inget väntar på granskning just nu.</Empty>}
      {groups.map(
        ({ id, title, lines: found }) =>
          found.length > 0 && (
            <TaskGroup id={id} title={title}>
              {found.map((line) => (
                <Row line={line} />
              ))}
            </TaskGroup>
          ),
      )}
      {undrawn > 0 && (
        <Section
          id="dra"
          title="Veckans stickprov"
          lead="Slumpen väljer några rader ur varje vecka som har gått. Det går att göra en gång för varje vecka."
        >
          <Form viewer={viewer} action={paths.review.draw.to({})}>
            <div class="actions">
              <button class="ds-button" data-variant="secondary" type="submit">
                Dra stickprov
              </button>
            </div>
          </Form>
        </Section>
      )}
      {reviews.length > 0 && (
        <MoreDetails summary="Det här är granskat">
          <Lines
            items={reviews.map(({ day, personName, reviewerName, outcome, words }) => (
              <>
                <b>{personName}</b>, granskat {dayAndMonth(day)} av {reviewerName}. {outcomeWords[outcome]}.
                <span class="hint prewrap">{words.reveal()}</span>
              </>
            ))}
          />
        </MoreDetails>
      )}
      <p>
        <a class="ds-link" href={paths.register.list.to({})}>
          Diariet: vad som har lämnats ut och tagits emot
        </a>
      </p>
      <Note>
        <p class="small soft">
          Här står bara vem, dag och varför raden är med. Vilket barn det gäller ser du när du öppnar raden,
          och att du öppnade den står också i loggen. Dina egna rader granskas av någon annan.
        </p>
      </Note>
    </>
  )
}

const Row = ({ line }: { line: Line }) => (
  <TaskRow
    href={paths.review.line.to({ lineId: line.id })}
    date={line.day}
    name={line.personName}
    step={line.rules.map((rule) => ruleWords[rule]).join('. ')}
    when={line.unitName}
  />
)

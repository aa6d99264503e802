import { areaNames } from '#modules/knowledge'
import type { WheelArea } from '#shared/schema.ts'
import { Choices, type Texts } from '#ui/form.tsx'
import { say } from '#ui/say.tsx'
import { without } from '../consent.ts'
import { answerOf, type Sheet, type Signer } from '../sheet.ts'

type Props = {
  sheet: Sheet
  typed: Texts
  errors: Texts
  /** The words for yes and no; a third answer for who notes it for somebody else. */
  labels: { yes: string; no: string; withdrawn?: string }
}

/** Each unit with its yes and no, and under the yes the areas to strike. */
export function UnitAnswers({ sheet, typed, errors, labels }: Props) {
  return (
    <>
      {sheet.lines.map(({ unitId, name, areas, answers }) => (
        <Choices
          name={`answer-${unitId}`}
          label={name}
          {...{ typed, errors }}
          options={[
            {
              value: 'yes',
              label: labels.yes,
              reveals: (
                <Choices
                  type="checkbox"
                  name={`areas-${unitId}`}
                  label={say('Det här får de veta om. Ta bort det du vill stryka.')}
                  pairs
                  options={areas.map((area) => ({ value: area, label: say(areaNames.names[area]) }))}
                  {...{ typed, errors }}
                />
              ),
            },
            { value: 'no', label: labels.no },
            ...(labels.withdrawn && answers.some(({ answer }) => answer === 'yes')
              ? [{ value: 'withdrawn', label: labels.withdrawn }]
              : []),
          ]}
        />
      ))}
    </>
  )
}

/** The form as it stands: what was answered before, and every area still there. */
export function presetAnswers({ lines }: Sheet, signer: Signer | undefined): Texts {
  const entries = lines.flatMap((line): [string, string | readonly WheelArea[]][] => {
    const before = signer && answerOf(line, signer)
    const kept: [string, readonly WheelArea[]] = [
      `areas-${line.unitId}`,
      without(line.areas, before?.struck ?? []),
    ]
    return before && before.answer !== 'withdrawn' ? [[`answer-${line.unitId}`, before.answer], kept] : [kept]
  })
  return Object.fromEntries(entries)
}

/** What the form says, in words: for laying it beside what was saved meanwhile. */
export const typedAnswers = ({ lines }: Sheet, typed: Texts): string[] =>
  lines.flatMap(({ unitId, name }) => {
    const answer = [typed[`answer-${unitId}`] ?? []].flat()[0]
    const word = answer === 'yes' ? say('ja') : answer === 'no' ? say('nej') : answer && say('tar tillbaka')
    return word ? [`${name}: ${word}`] : []
  })

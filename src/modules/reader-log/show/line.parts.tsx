import { callOf } from '#shared/person.ts'
import { Leaf } from '#ui/parts.tsx'
import { byDay, type Line } from '../reading.ts'
import { type Of, type ReadingCode, readings, whoText } from '../reading-words.ts'
import type { ReaderLog } from './show-log.ts'

export const ofWhom = ({ child, reader }: Pick<ReaderLog, 'child' | 'reader'>): Of =>
  reader === 'self'
    ? { of: 'dig', has: 'du har' }
    : { of: callOf(child.person), has: `${callOf(child.person)} har` }

const whyOf = (code: ReadingCode, to: Of) => readings[code].why(to)
const doesOf = (code: ReadingCode, to: Of) => readings[code].does(to)

/** `läste planen, i hjulet`: each thing once. */
const joined = (things: readonly string[]): string =>
  [...new Set(things)].map((thing, place) => (place === 0 ? thing : thing.replace(/^läste /, ''))).join(', ')

/** `En skolsköterska på Älghults skola läste planen, inför uppföljningen.` */
export function LineText({ line, to }: { line: Line; to: Of }) {
  const [first, ...more] = line.readings
  if (!first) return null
  if (line.mine) return <p>Du {joined(line.readings.map((code) => doesOf(code, to)))}.</p>
  if (more.length === 0)
    return (
      <p>
        <b>{whoText(line)}</b> {doesOf(first, to)}, {whyOf(first, to)}.
      </p>
    )
  return (
    <>
      <p>
        <b>{whoText(line).replace(/,$/, '')}</b>
      </p>
      <ul class="what">
        {line.readings.map((code) => (
          <li>
            {doesOf(code, to)}, {whyOf(code, to)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The days of a month, the latest first; on each day who has read, and what one may ask. */
export function Days({ log, askHref }: { log: ReaderLog; askHref: (line: Line) => string }) {
  const to = ofWhom(log)
  return (
    <ul class="log">
      {byDay(log.lines).map(({ day, lines }) => (
        <li>
          <Leaf date={day} />
          <div class="readings">
            {lines.map((line) => (
              <div>
                <LineText line={line} to={to} />
                {log.mayAsk && !line.mine && (
                  <p class="no-print small">
                    <a href={askHref(line)}>
                      Fråga om det här<span class="sr">: {whoText(line)}</span>
                    </a>
                  </p>
                )}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

import { callOf } from '#shared/person.ts'
import { Leaf } from '#ui/parts.tsx'
import { byDay, type Line } from '../reading.ts'
import { type Of, type ReadingCode, readings, whoText } from '../reading-words.ts'
import type { ReaderLog } from './show-log.ts'

export const ofWhom = ({ child, reader }: Pick<ReaderLog, 'child' | 'reader'>): Of =>
  reader === 'self'
    ? { of: 'dig', has: 'du har' }
    : { of: callOf(child.person), has: `${callOf(child.person)} har` }

/** `läste planen, för att skriva i den och inför uppföljningen`: each thing once, with all that it was for. */
function whatAndWhy(codes: readonly ReadingCode[], to: Of): string[] {
  const whats = [...new Set(codes.map((code) => readings[code].does(to)))]
  return whats.map((what) => {
    const whys = codes
      .filter((code) => readings[code].does(to) === what)
      .map((code) => readings[code].why(to))
    return `${what}, ${[...new Set(whys)].join(' och ')}`
  })
}

/** `läste planen, i hjulet`: each thing once. */
function whatOnly(codes: readonly ReadingCode[], to: Of): string {
  const whats = [...new Set(codes.map((code) => readings[code].does(to)))]
  return whats.map((what, place) => (place === 0 ? what : what.replace(/^läste /, ''))).join(', ')
}

/** `En skolsköterska på Älghults skola läste planen, inför uppföljningen.` */
export function LineText({ line, to }: { line: Line; to: Of }) {
  if (line.mine) return <p>Du {whatOnly(line.readings, to)}.</p>
  const [first, ...more] = whatAndWhy(line.readings, to)
  if (more.length === 0)
    return (
      <p>
        <b>{whoText(line)}</b> {first}.
      </p>
    )
  return (
    <>
      <p>
        <b>{whoText(line).replace(/,$/, '')}</b>
      </p>
      <ul class="what">
        {[first, ...more].map((what) => (
          <li>{what}</li>
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

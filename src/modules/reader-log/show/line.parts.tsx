import { callOf } from '#shared/person.ts'
import { Leaf } from '#ui/parts.tsx'
import { say, sayWith } from '#ui/say.tsx'
import { byDay, type Line } from '../reading.ts'
import { type Of, whatAndWhy, whatOnly, whoText } from '../reading-words.ts'
import type { ReaderLog } from './show-log.ts'

export const ofWhom = ({ child, reader }: Pick<ReaderLog, 'child' | 'reader'>): Of => ({
  self: reader === 'self',
  call: callOf(child.person),
})

/** `En skolsköterska på Älghults skola läste planen, inför uppföljningen.` */
export function LineText({ line, to }: { line: Line; to: Of }) {
  if (line.mine) return <p>{say('Du {what}.', { what: whatOnly(line.readings, to) })}</p>
  const [first, ...more] = whatAndWhy(line.readings, to)
  if (more.length === 0)
    return (
      <p>
        {sayWith('<b>{who}</b> {what}.', { b: (who) => <b>{who}</b>, who: whoText(line), what: first ?? '' })}
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
                      {say('Fråga om det här')}
                      <span class="sr">: {whoText(line)}</span>
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

import { paths } from '#shared/paths.ts'
import { type DemoChild, demoId, idOf, type Statement } from '../county/index.ts'
import type { Fields } from '../page-forms.ts'
import type { Stage } from '../stage.ts'
import { type Act, adultId } from './act.ts'

/** The areas that matter are taken up, and every voice is written down for itself. */
export function gathered(stage: Stage, child: DemoChild): Act[] {
  const { gathering, lead } = child
  if (!gathering) return []
  const childId = idOf.child(child.slug)
  const begins: Act = {
    day: gathering.startedDay,
    time: '17:00',
    play: () =>
      stage.as(lead.person, lead.unit).fill(paths.wheel.start.to({ childId }), { areas: gathering.areas }),
  }
  const address = paths.wheel.addStatement.to({ childId })
  const voices = gathering.statements.map((statement, place): Act => {
    const submission = demoId(`statement:${child.slug} ${place}`)
    const fields = { ...wordsOf(child, statement), submission }
    return {
      day: statement.day,
      time: '13:00',
      play: () => stage.as(statement.writtenBy, statement.unit).fill(address, fields),
    }
  })
  return [begins, ...voices]
}

const wordsOf = (child: DemoChild, statement: Statement): Fields => ({
  area: statement.area,
  working: statement.working,
  challenging: statement.challenging,
  tried: statement.tried,
  obtained: statement.obtained,
  readers: statement.readers,
  ...speakerOf(child, statement),
})

function speakerOf(child: DemoChild, { voice, person, writtenBy }: Statement): Fields {
  if (voice === 'child' || person === undefined) return { voice: 'child' }
  if (voice === 'guardian') return { voice: `guardian:${idOf.person(person)}` }
  if (voice === 'important_adult') return { voice: `adult:${adultId(child, person)}` }
  return person === writtenBy ? { voice: 'me' } : { voice: 'colleague', colleague: idOf.person(person) }
}

import { paths } from '#shared/paths.ts'
import { type DemoChild, demoId, idOf, type SourceQuestion, type Statement } from '../county/index.ts'
import type { Fields } from '../page-forms.ts'
import type { Stage } from '../stage.ts'
import { type Act, adultId, leadOf } from './act.ts'

/** The areas that matter are taken up, every voice is written down for itself, and others are asked. */
export const gathered = (stage: Stage, child: DemoChild): Act[] => [
  ...begins(stage, child),
  ...voices(stage, child),
  ...child.questions.flatMap((question, place) => asks(stage, child, question, place)),
]

const ids = ({ slug }: DemoChild) => ({ childId: idOf.child(slug) })

/** The work, not the responsibility, is given to colleagues. */
function begins(stage: Stage, child: DemoChild): Act[] {
  const { gathering, lead } = child
  if (!gathering) return []
  const colleagues = child.assigned.filter(({ kind, unit }) => kind === 'work' && unit === lead.unit)
  const play = async () => {
    await leadOf(stage, child).fill(paths.wheel.start.to(ids(child)), { areas: gathering.areas })
    for (const { person, unit } of colleagues)
      await leadOf(stage, child).fill(paths.wheel.colleague.to(ids(child)), {
        colleague: idOf.engagement(person, unit),
      })
  }
  return [{ day: gathering.startedDay, time: '17:00', play }]
}

function voices(stage: Stage, child: DemoChild): Act[] {
  const address = paths.wheel.addStatement.to(ids(child))
  return (child.gathering?.statements ?? []).map((statement, place) => {
    const submission = demoId(`statement:${child.slug} ${place}`)
    const fields = { ...wordsOf(child, statement), submission }
    return {
      day: statement.day,
      time: '13:00',
      play: () => stage.as(statement.writtenBy, statement.unit).fill(address, fields),
    }
  })
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

/** One question to one other unit, on the family's yes. */
function asks(stage: Stage, child: DemoChild, asked: SourceQuestion, place: number): Act[] {
  const itemId = demoId(`question:${child.slug} ${place}`)
  const { toUnit, toPerson, question, answer } = asked
  const area = child.consent?.units.find(({ unit }) => unit === toUnit)?.areas[0]
  const fields: Fields = {
    submission: itemId,
    unit: idOf.unit(toUnit),
    area,
    question,
    dueOn: stage.dateOf(asked.dueDay),
    basis: 'consent',
    why: 'De träffar barnet och vet något som vi inte vet.',
    confirmed: 'ja',
  }
  const lead = leadOf(stage, child)
  const address = paths.wheel.answer.to({ ...ids(child), itemId })
  const asking: Act = {
    day: asked.day,
    time: '14:40',
    play: () => lead.fill(paths.wheel.ask.to(ids(child)), fields),
  }
  if (!answer) return [asking]
  const said = { answer: answer.kind, working: answer.text }
  const answers = async () => {
    await stage.as(toPerson, toUnit).fill(address, said)
    await lead.press(address, 'Jag har läst')
  }
  return [asking, { day: answer.day, time: '10:10', play: answers }]
}

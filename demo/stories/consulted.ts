import { paths } from '#shared/paths.ts'
import { demoId, idOf } from '../county/index.ts'
import type { Stage } from '../stage.ts'

const unitId = idOf.unit('familjestod-alvesta')
const ask = paths.consultation.ask.to({ unitId })

/** Somebody asks another unit with no child named, and is answered; another question waits, with a time to talk. */
export async function consulted({ on, as }: Stage) {
  const petra = as('petra-ek', 'furuskolan')
  on(-4, '15:10')
  const thread = await petra.fill(ask, {
    words:
      'Jag har en elev på nio år som ofta somnar på lektionerna. Föräldrarna vill gärna ha råd om kvällarna. Vad brukar hjälpa, och vad kan ni göra?',
  })
  on(-3, '10:30')
  await as('ali-rahimi', 'familjestod-alvesta').fill(thread, {
    words:
      'Vi brukar börja med att rita dygnet tillsammans med familjen. Då syns det ofta vad som stör. Hälsa dem att de kan ringa oss utan att någon anmäler något.',
  })
  on(-1, '14:20')
  await as('hanna-vikstrom', 'furuskolan').fill(ask, {
    words: 'Hur pratar man med en sjuåring som är arg när mamma och pappa har flyttat isär?',
    time: demoId('time:familjestod-alvesta 2'),
  })
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { deps, lisa, setClock, world } from '#test/world.ts'
import { Cast, telephones } from './cast.ts'
import { browse } from './harness.ts'

const browsing = browse(deps)
const at = { childId: lisa }

describe.each(telephones)('the common way, for a rektor with five minutes, %s', (_, manner) => {
  const cast = new Cast(browsing, manner)
  const { step, effort } = cast
  beforeAll(() => world())
  afterAll(() => cast.end())

  step('Petra notices', async () => {
    const petra = await cast.at('petra', paths.child.to(at))
    await petra.follow('Börja')
    await petra.write('Berätta med en mening', 'Lisa går undan på rasterna.')
    await petra.send('Skicka')
    await petra.sees('Mottaget')
  })

  step('Maja receives, and the own unit helps', async () => {
    const maja = await cast.task('maja', 'Läs och ta emot')
    await maja.choose('Vad gör du nu?', 'Ge stöd i vår egen verksamhet')
    await maja.send('Gå vidare')
    await maja.write('Vad gör ni?', 'En vuxen startar en lek på varje förmiddagsrast.')
    await maja.send('Spara')
  })

  it('costs no more than it may: 2 screens and 3 fields for Petra, 3 and 6 for Maja', () => {
    const [petra, maja] = [effort.of('petra'), effort.of('maja')]
    expect(petra.screens).toBeLessThanOrEqual(2)
    expect(petra.filled).toBeLessThanOrEqual(3)
    expect(maja.screens).toBeLessThanOrEqual(3)
    expect(maja.filled).toBeLessThanOrEqual(6)
  })

  step('four weeks later it is fine, and Maja closes', async () => {
    setClock(new Date('2026-12-22T08:00:00Z'))
    const maja = await cast.task('maja', 'stöd')
    await maja.choose('Varför slutar det?', 'Behovet är mött')
    await maja.send('Avsluta stödet')
    const tasks = await cast.at('maja', paths.tasks.to({}))
    await tasks.sees('Inget väntar på dig just nu')
  })

  it('and no browser complains', () => expect(browsing.faults).toEqual([]))
})

import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { invitation } from '#test/arrange-meeting.ts'
import { goals, lisaWithPlan, partVersions } from '#test/arrange-plan.ts'
import { admin, as, auditRows, id, lisa, world } from '#test/world.ts'

const at = { childId: lisa }
const goal = paths.plan.changeGoal.to({ ...at, partId: goals.morning })
const asRead = 'Så här läser familjen det'
const look = { forhandsvisa: 'ja' }
const words = {
  submission: id('a goal'),
  version: '1',
  words: 'Jag vill ha <lugna> morgnar.',
  better: 'Pappan uteblev. BUP ringer om ett samverkansmöte.',
}
const only = (page: string, from: string, to: string) => page.slice(page.indexOf(from), page.indexOf(to))
const shownIn = (page: string) => only(page, '<section class="as-read"', 'class="actions"')

describe('before the family reads it', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('Maja sees the goal as Sara will, what may sting and how heavy it is; nothing is saved', async () => {
    const before = await partVersions()
    const answer = await as('maja').post(goal, { ...words, ...look })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).not.toContain('<title>Fel')
    const shown = shownIn(page)
    expect(shown).toMatch(/<blockquote>(<span[^>]*>)?Jag vill ha &lt;lugna&gt; morgnar\./)
    for (const text of [
      asRead,
      'kom inte, och varför',
      'barn- och ungdomspsykiatrin',
      'Ett möte',
      'Läsbarhet (lix) ',
    ])
      expect(shown).toContain(text)
    expect(page).toContain(
      `name="words" aria-describedby="words-hjalp words-laser" type="text" value="${'Jag vill ha &lt;lugna&gt; morgnar.'}"`,
    )
    expect(await partVersions()).toEqual(before)
    // She has not been refused anything, and nobody who watches from outside is told.
    expect(await auditRows()).toEqual([['maja', 'plan.save-goal', 'looked', lisa]])
  })

  it('and saves it afterwards just as it was written', async () => {
    await as('maja').post(goal, { ...words, ...look })
    expect((await as('maja').post(goal, words)).status).toBe(303)
    expect(await (await as('sara').get(paths.plan.show.to(at))).text()).toContain('Pappan uteblev.')
  })

  it('an action stands in sentences, with what the child will read', async () => {
    const action = {
      version: '1',
      what: 'Sjunga i kör',
      who: 'Petra Ek, lärare',
      when: 'Onsdagar',
      goal: goals.book,
    }
    const answer = await as('maja').post(paths.plan.addAction.to(at), { ...action, ...look })
    const shown = shownIn(await answer.text())
    for (const text of ['Sjunga i kör', 'Petra Ek, lärare', 'Onsdagar', 'Petra Ek hjälper dig'])
      expect(shown).toContain(text)
    expect(shown).toContain('<li class="goal" data-area="learning">')
  })

  it('nothing written is nothing to read', async () => {
    const empty = await as('maja').post(paths.plan.addAction.to(at), {
      version: '1',
      startsOn: 'fel',
      ...look,
    })
    expect([empty.status, shownIn(await empty.text())]).toEqual([
      200,
      expect.stringContaining('Här står inget än.'),
    ])
  })

  it('those who may not write may not look either', async () => {
    for (const who of ['sara', 'lisaSelf', 'petra', 'sofia', 'eva'] as const)
      expect([who, (await as(who).post(goal, { ...words, ...look })).status]).toEqual([who, 404])
  })

  it('a form that was made in another unit is not shown either', async () => {
    const moved = { ...words, ...look, engagement: id('another unit') }
    expect((await as('maja').post(goal, moved)).status).toBe(409)
  })
})

describe('what is sent to the family', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
  })

  it('an invitation is read before it goes out, and calls nobody', async () => {
    const page = await as('maja').post(paths.meeting.call.to(at), { ...invitation, ...look })
    expect(page.status).toBe(200)
    expect(shownIn(await page.text())).toMatch(
      /Därför ses vi[\s\S]*Vi vill att morgnarna blir &lt;lugna&gt;\./,
    )
    expect(await admin.selectFrom('meeting').selectAll().execute()).toEqual([])
  })

  it('so is a question about consent, and nobody is asked', async () => {
    const asked = { purpose: 'Vi vill hjälpas åt.', lastDay: '2027-05-24', childPart: 'heard' }
    const page = await (await as('maja').post(paths.sharing.ask.to(at), { ...asked, ...look })).text()
    expect(shownIn(page)).toContain('Vi vill hjälpas åt.')
    expect(page).not.toContain('ds-error-summary')
    expect(await admin.selectFrom('consent').selectAll().execute()).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { callMeeting, meetingAddress, meetingId } from '#test/arrange-meeting.ts'
import { makePaper, paperAddress } from '#test/arrange-paper.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { admin, deps, lisa, world } from '#test/world.ts'
import { Cast, Seat, telephones } from './cast.ts'
import { browse, shoot } from './harness.ts'

const browsing = browse(deps)
const at = { childId: lisa }
const fourteenYearsAgo = '2012-03-02'

describe.each(telephones)(
  'Lisa is fourteen and alone, with a paper and her own telephone, %s',
  (how, manner) => {
    const cast = new Cast(browsing, manner)
    const { step } = cast
    let code = ''
    let alone: Seat
    beforeAll(async () => {
      await world()
      await admin.updateTable('child').set({ born_on: fourteenYearsAgo }).where('id', '=', lisa).execute()
      await lisaWithPlan()
      await callMeeting()
    })
    afterAll(() => cast.end())

    step('Maja makes the paper from the meeting’s page', async () => {
      const maja = await cast.at('maja', meetingAddress('show'))
      await maja.follow('Ett papper till barnet')
      await maja.choose('Var får pappret ligga?', 'Hemma')
      await maja.send('Gör pappret')
      await maja.sees('Skriv ut pappret')
      await shoot(maja.page, `paper-made ${how}`)
      code = await makePaper()
    })

    step('Lisa comes in with the code, which stands nowhere afterwards', async () => {
      const page = await browsing.open(undefined, manner)
      alone = new Seat(page, 'lisa', cast.effort)
      if (manner.javaScript) await page.goto(`${paperAddress.use}#${code}`)
      else {
        await page.goto(paths.signIn.choose.to({}))
        await alone.follow('Jag har ett papper med en kod')
        await alone.write('Koden på pappret', code.toLowerCase())
        await shoot(page, `paper-code ${how}`)
        await alone.send('Gå till mitt möte')
      }
      await alone.sees('Hej Lisa!', 'Tisdag 8 december klockan 14.30', 'Därför ses vi')
      expect(page.url()).not.toContain(code)
      expect(await page.content()).not.toContain(code)
      expect(await page.title()).toBe('Min sida')
      await shoot(page, `paper-home ${how}`)
    })

    step('she says how she wants the meeting', async () => {
      await alone.follow('Så vill jag ha mötet')
      await alone.choose('Hur vill du vara med?', 'Läs upp det jag skriver')
      await alone.write('Vad vill du prata om?', 'Om bussen på morgonen.')
      await alone.choose('Vem får läsa det?', 'Bara Barnets bästa-ansvarig')
      await shoot(alone.page, `paper-answer ${how}`)
      await alone.send('Skicka svaret')
      await alone.sees('Hej Lisa!')
      expect(await alone.page.content()).not.toContain('bussen')
    })

    step('she reads her plan, and writes to Maja, who reads that it came with the paper', async () => {
      await alone.page.goto(paperAddress.home)
      await alone.follow('Läs min plan')
      await alone.sees('Petra läser med dig.')
      await alone.page.goto(paperAddress.home)
      await alone.follow('Skriv till Maja')
      await alone.write('Vad vill du berätta?', 'Jag vågar inte säga det hemma.')
      await alone.choose('Hur vill du ha svar?', 'Prata med mig när ingen annan hör')
      await alone.send('Skicka')
      await alone.sees('Tack för att du skrev!')
      const maja = await cast.task('maja', 'Läs det som barnet har skrivit')
      await maja.sees('Jag vågar inte säga det hemma.', 'Med pappret till mötet')
    })

    step('nothing else opens, and whoever finds the address without the paper finds nothing', async () => {
      for (const address of [paths.child.to(at), paths.readerLog.show.to(at), paths.wheel.show.to(at)]) {
        await alone.page.goto(address)
        await alone.sees('Hej Lisa!')
      }
      await cast.findsNothing('ali', paths.meeting.paper.to({ ...at, meetingId }))
      await cast.findsNothing('sara', paths.meeting.paper.to({ ...at, meetingId }))
    })

    step('she stops using it: the code opens nothing for anybody', async () => {
      await alone.page.goto(paperAddress.home)
      await alone.follow('Sluta använda pappret')
      await alone.send('Sluta använda pappret')
      const stranger = new Seat(await browsing.open(undefined, manner), 'somebody', cast.effort)
      await stranger.page.goto(paperAddress.use)
      await stranger.write('Koden på pappret', code)
      await stranger.send('Gå till mitt möte')
      await stranger.sees('Koden går inte att använda', 'Bris, 116 111')
    })
  },
)

it('the browser found no fault with the application itself', () => {
  expect(browsing.faults).toEqual([])
})

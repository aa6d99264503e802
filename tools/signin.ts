import { findPerson, signInAddress, unitName } from '#demo/sign-in.ts'
import { PlainError } from '../src/plain-error.ts'
import { listening } from '../src/settings.ts'
import { Browser } from './browser.ts'
import { dataDir } from './open-database.ts'
import { run } from './run.ts'
import { originOfRunning } from './running.ts'

// Signs a demo person in at the running application, through the same pages as in a browser, and prints the value of
// the Cookie header. Somebody who works in several units acts for the first, or for the one named after the person.
await run(async () => {
  const [called = '', unit] = process.argv.slice(2)
  const person = findPerson(called)
  if (!person) throw new PlainError(`Ingen i demon heter ${called}. Se npm run people.`)
  const browser = new Browser()
  const origin = whereItRuns()
  await browser.get(new URL(signInAddress(person, '/jag-ar-kvar'), origin)).catch(() => {
    throw new PlainError(`Kronobarn svarar inte på ${origin}. Starta med: npm start`)
  })
  const acting = unit ?? person.engagements[0]?.unit
  if (person.engagements.length > 1 && acting) await choose(browser, origin, unitName(acting))
  const cookie = browser
    .cookiesAt(origin)
    .split('; ')
    .find((pair) => pair.startsWith('__Host-kb'))
  if (!cookie) throw new PlainError('Inloggningen gick inte hela vägen.')
  console.log(cookie)
})

function whereItRuns(): string {
  const named = process.env['PORT'] ? listening(process.env, () => '').origin : undefined
  const origin = named ?? originOfRunning(dataDir)
  if (!origin) throw new PlainError('Kronobarn är inte igång. Starta med: npm start')
  return origin
}

async function choose(browser: Browser, origin: string, unit: string) {
  const { text } = await browser.get(new URL('/byt-verksamhet', origin))
  const choices = [...text.matchAll(/name="till" value="([^"]+)">([^<]*)/g)]
  const [, id] = choices.find(([, , label]) => label?.startsWith(`${unit},`)) ?? []
  if (!id) throw new PlainError(`Där finns ingen verksamhet som heter ${unit}.`)
  await browser.post(new URL('/byt-verksamhet', origin), { till: id })
}

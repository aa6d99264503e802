import { z } from 'zod'
import { PlainError } from '../src/plain-error.ts'
import { endSessionsOf } from './end-sessions.ts'
import { openDatabase } from './open-database.ts'
import { run } from './run.ts'

// npm run sessions:end -- PERSON: the id of the person, as the log and the list of sign-ins have it.
await run(async () => {
  const person = z.uuid().safeParse(process.argv[2]).data
  if (!person) throw new PlainError('Ange personens id: npm run sessions:end -- ID')
  const { owner, stop } = await openDatabase()
  try {
    console.log(`${await endSessionsOf(owner, person, new Date())} inloggningar är avslutade.`)
  } finally {
    await stop()
  }
})

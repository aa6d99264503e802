import { z } from 'zod'
import { PlainError } from '../src/plain-error.ts'
import { closeAfterRestore } from './close-after-restore.ts'
import { openDatabase } from './open-database.ts'
import { run } from './run.ts'

// npm run restore:close -- --all, or the children's ids: a step in docs/operations/backup-and-restore.md.
await run(async () => {
  const named = process.argv.slice(2)
  const children = named[0] === '--all' ? ('all' as const) : z.array(z.uuid()).min(1).safeParse(named).data
  if (!children) throw new PlainError('Ange barnens id, eller alla: npm run restore:close -- --all')
  const { owner, stop } = await openDatabase()
  try {
    const { grants, consents, sessions } = await closeAfterRestore(owner, children, new Date())
    console.log(
      `${grants} delningar och ${consents} samtycken är stängda. ${sessions} inloggningar är avslutade.`,
    )
  } finally {
    await stop()
  }
})

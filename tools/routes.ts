import type { Deps } from '#shared/db.ts'
import { inventory } from '../src/app.tsx'

// Prints every route: method, pattern, module, audience, audit event. Nothing is asked of the dependencies.
const routes = inventory({} as Deps, { cookieName: 'kb', demo: false })

if (process.argv.includes('--json')) console.log(JSON.stringify(routes, null, 2))
else console.table(routes)

import { Hono } from 'hono'
import type { Deps } from '#shared/db.ts'

/** For those who run the machines: alive, and ready when the database answers. Says nothing more. */
export const healthRoutes = ({ pool }: Pick<Deps, 'pool'>) =>
  new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      const answers = await pool.answers()
      return answers ? c.text('ok') : c.text('databasen svarar inte', 503)
    })

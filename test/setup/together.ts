import { afterAll, vi } from 'vitest'

// Before each file that shares its worker with others: what it watches is let go when it is done.
afterAll(() => {
  vi.restoreAllMocks()
})

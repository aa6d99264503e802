import { expect, it } from 'vitest'
import { untried } from './addresses.ts'
import { tryWorlds } from './try-worlds.ts'

it('tries every address with the ids there are', () => expect(untried).toEqual([]))

tryWorlds('first')

import { tryWorlds } from './try-worlds.ts'

tryWorlds('second')

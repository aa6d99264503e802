export { ageText, type Child, type KnownChild, type Relation, type Standing } from './child.ts'
export { openChild } from './child-access.ts'
export { childOf } from './child-store.ts'

import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { answerObjectionRoutes } from './answer/answer-objection.routes.tsx'
import { objectRoutes } from './object/object.routes.tsx'

export { aboutText, type Objection, objectionsFor, objectionsForUnit } from './objection.ts'
export { mayObject } from './objection-policy.ts'
export { Objections, ObjectLink, onPaperOf, WhatIsWrong } from './objections.parts.tsx'
export { findObjections } from './objections-store.ts'

export const objectionRoutes = (deps: Deps): Routes =>
  [objectRoutes, answerObjectionRoutes].reduce((routes, add) => add(routes, deps), new Routes('objections'))

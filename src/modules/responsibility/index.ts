export { addEvent, assign, closeMatter, findResponsible, type Responsible } from './responsibility-store.ts'

export { type Act, acts } from './acts.ts'
export { audited, type Work } from './audited.ts'

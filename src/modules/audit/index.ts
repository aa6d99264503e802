export { type Act, acts } from './acts.ts'
export { audited, auditedUnsigned, type UnsignedWork, unlogged, type Work } from './audited.ts'

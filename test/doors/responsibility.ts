// What of the door is pure. The door itself opens the whole application: a second for each fault put into the rules.
export * from '../../src/modules/responsibility/ladder.ts'
export * from '../../src/modules/responsibility/matter.ts'
export { mayDecide, mayWork } from '../../src/modules/responsibility/responsibility-policy.ts'

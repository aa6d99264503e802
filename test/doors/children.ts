// What of the door is pure. The door itself opens the whole application: a second for each fault put into the rules.
export * from '../../src/modules/children/child.ts'

import { demoPeople } from '#demo/sign-in.ts'

// Prints everybody who can sign in in the demo.
if (process.argv.includes('--json')) console.log(JSON.stringify(demoPeople, null, 2))
else {
  for (const { id, name, role, unit, situations } of demoPeople) {
    console.log(`${id.padEnd(22)} ${name}, ${[role, unit].filter(Boolean).join(', ')}`)
    for (const situation of situations) console.log(`${' '.repeat(23)}${situation}`)
  }
}

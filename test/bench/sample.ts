/** A spec for the benches, with the lines where things are. */
export interface Sample {
  readonly text: string
  /** 0-based lines of its tasks. */
  readonly taskLines: readonly number[]
}

/**
 * A smart-ralph spec of about so many characters: in each phase parallel groups of four with a checkpoint behind them.
 * One task in forty or so has a problem, as a spec that somebody works on may have.
 */
export function makeSample(characters: number): Sample {
  const parts = ['# Tasks: Bench\n\n']
  const taskLines: number[] = []
  let line = 2
  let size = 0
  const add = (part: string): void => {
    parts.push(part)
    size += part.length
    line += part.split('\n').length - 1
  }
  for (let phase = 1; size < characters; phase++) {
    add(`## Phase ${phase}: Part ${phase} of the work\n\n`)
    for (let task = 1; task <= 15 && size < characters; task++) {
      taskLines.push(line)
      add(task % 5 === 0 ? checkpoint(phase, task) : work(phase, task, taskLines.length % 41 === 0))
    }
  }
  return { text: parts.join(''), taskLines }
}

function work(phase: number, task: number, hasProblem: boolean): string {
  return `- [ ] ${phase}.${task} [P] Write module ${phase}.${task}
  - **Do**: Write the module and connect it to its neighbours, with care for what is there already.
    1. Read the modules it stands between
    2. Write it, and a test for each case that the design names
  - **Files**: \`src/part${phase}/module${task}.ts\` (create), \`test/part${phase}/module${task}.test.ts\` (create)
  - **Done when**: the module is there and its tests pass
${hasProblem ? '' : `  - **Verify**: \`npx vitest run test/part${phase}/module${task}.test.ts\` exits 0\n`}  - **Commit**: \`feat(part${phase}): module ${task}\`
  - _Requirements: FR-${phase}, FR-${task}_

`
}

function checkpoint(phase: number, task: number): string {
  return `- [ ] ${phase}.${task} [VERIFY] Quality checkpoint of part ${phase}
  - **Do**: Run the linter and the tests of the part
  - **Verify**: \`npm run lint && npx vitest run test/part${phase}\` exits 0
  - **Done when**: both pass
  - **Commit**: None

`
}

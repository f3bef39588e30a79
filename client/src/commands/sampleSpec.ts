import * as l10n from '@vscode/l10n'

/** The spec that `Create Sample Spec` writes: it runs with the built-in shell executor, on any POSIX shell. */
export function sampleSpec(): string {
  return `# Tasks: Sample

${l10n.t('Tasks marked `[P]` that stand next to each other run side by side.')}
${l10n.t('Press **Run parallel group** above the first one.')}

## Phase 1: Side by side

- [ ] 1.1 [P] Write the greeting
  - **Do**: Create the greeting file
  - **Run**: \`mkdir -p sample-output && sleep 2 && echo "Hello" > sample-output/greeting.txt\`
  - **Files**: \`sample-output/greeting.txt\`
  - **Done when**: The file says Hello
  - **Verify**: \`grep -q Hello sample-output/greeting.txt\`
  - **Commit**: None

- [ ] 1.2 [P] Write the name
  - **Do**: Create the name file
  - **Run**: \`mkdir -p sample-output && sleep 3 && echo "World" > sample-output/name.txt\`
  - **Files**: \`sample-output/name.txt\`
  - **Done when**: The file says World
  - **Verify**: \`grep -q World sample-output/name.txt\`
  - **Commit**: None

- [ ] 1.3 [P] Write the mark
  - **Do**: Create the mark file
  - **Run**: \`mkdir -p sample-output && sleep 4 && echo "!" > sample-output/mark.txt\`
  - **Files**: \`sample-output/mark.txt\`
  - **Done when**: The file holds the mark
  - **Verify**: \`test -s sample-output/mark.txt\`
  - **Commit**: None

- [ ] 1.4 [VERIFY] All three files are there
  - **Do**: Check the files
  - **Done when**: Three files exist
  - **Verify**: \`test "$(ls sample-output | wc -l)" -ge 3\`
  - **Commit**: None

## Phase 2: One after the other

- [ ] 2.1 Put them together
  - **Do**: Join the three files
  - **Run**: \`cat sample-output/greeting.txt sample-output/name.txt sample-output/mark.txt | tr '\\n' ' ' > sample-output/all.txt\`
  - **Files**: \`sample-output/all.txt\`
  - **Done when**: One file holds all three words
  - **Verify**: \`grep -q "Hello World" sample-output/all.txt\`
  - **Commit**: None
`
}

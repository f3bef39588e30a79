import { defineConfig } from 'vitest/config'

/** The user-level tests: one browser and one server at a time, on the packed extension. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['./packedExtension.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 180_000,
    // A real window loses a race for the focus now and then. The picture of a first failure is kept, and its path printed.
    retry: 1,
    expect: { poll: { timeout: 30_000 } },
  },
})

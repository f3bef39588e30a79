import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{core,server,runner,client,acceptance,sync,syntaxes,faults,editors}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

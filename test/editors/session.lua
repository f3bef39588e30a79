-- What a person does in Neovim with a tasks.md, told as JSON into the file that $SESSION_REPORT names.
local report = {}

local function await(what, happened)
  if not vim.wait(30000, happened, 20) then error('waited in vain for ' .. what) end
end

local function float_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
end

local function problems()
  return vim.tbl_map(function(found)
    return { line = found.lnum, code = found.code, source = found.source, message = found.message }
  end, vim.diagnostic.get(0))
end

local function is_group(lens) return lens.command.title:find('parallel group', 1, true) ~= nil end

local function play()
  await('the server', function() return #vim.lsp.buf_get_clients(0) > 0 end)
  report.clients = vim.tbl_map(function(client) return client.name end, vim.tbl_values(vim.lsp.buf_get_clients(0)))

  await('problems', function() return #vim.diagnostic.get(0) > 0 end)
  report.problems = problems()

  await('lenses', function() return #vim.lsp.codelens.get(0) > 0 end)
  report.lenses = vim.tbl_map(function(lens)
    return { line = lens.range.start.line, title = lens.command.title }
  end, vim.lsp.codelens.get(0))

  vim.lsp.buf.document_symbol()
  await('symbols', function() return #vim.fn.getqflist() > 0 end)
  report.symbols = vim.tbl_map(function(item) return item.text end, vim.fn.getqflist())
  vim.cmd('cclose')

  vim.api.nvim_win_set_cursor(0, { 4, 8 })
  vim.lsp.buf.hover()
  await('a hover', function() return float_text() ~= nil end)
  report.hover = float_text()

  -- The person takes the first fix that is offered for the problem under the cursor.
  vim.ui.select = function(items, options, choose)
    report.offered = vim.tbl_map(function(item) return options.format_item and options.format_item(item) or item end, items)
    choose(items[1], 1)
  end
  vim.api.nvim_win_set_cursor(0, { 4, 12 })
  vim.lsp.buf.code_action()
  await('the fix', function() return #vim.diagnostic.get(0) == 0 end)
  report.text = vim.api.nvim_buf_get_lines(0, 0, -1, false)

  -- Typing: the server follows edits, not only whole files.
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '- [ ] 1.1 Once more 🚀' })
  await('the problem of what was typed', function() return #vim.diagnostic.get(0) > 0 end)
  report.typed = problems()
  vim.cmd('$delete')
  await('the end of that problem', function() return #vim.diagnostic.get(0) == 0 end)

  local function group_lens()
    for _, lens in ipairs(vim.lsp.codelens.get(0)) do
      if is_group(lens) then return lens end
    end
  end
  await('the lens of the group', function()
    vim.lsp.codelens.refresh()
    return group_lens()
  end)
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      if is_group(item.lens) then return choose(item) end
    end
  end
  vim.api.nvim_win_set_cursor(0, { group_lens().range.start.line + 1, 0 })
  vim.lsp.codelens.run()
  await('the run', function() return vim.fn.filereadable(vim.env.SESSION_CALLED) == 1 end)
end

local well, problem = pcall(play)
if not well then report.error = tostring(problem) end
vim.fn.writefile({ vim.fn.json_encode(report) }, vim.env.SESSION_REPORT)
vim.cmd('qall!')

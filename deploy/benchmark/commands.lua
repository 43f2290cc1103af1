-- Pays one fen on one project after another: a full command with rules, event, money, outbox and request key.
-- Each thread owns a slice of the targets, so that no two connections are on one project at once.
local threads = 0

function setup(thread)
  thread:set("index", threads)
  threads = threads + 1
end

function init(args)
  file, count, run = args[1], tonumber(args[2]), args[3]
  targets, place, made = {}, 0, 0
  local line_number = 0
  for line in io.lines(file) do
    if line_number % count == index then
      local id, token, version = line:match("(%S+) (%S+) (%S+)")
      targets[#targets + 1] = { path = "/api/v1/projects/" .. id .. "/commands/disburse", token = token,
        version = tonumber(version) }
    end
    line_number = line_number + 1
  end
end

function request()
  place = place % #targets + 1
  made = made + 1
  local target = targets[place]
  local headers = {
    ["Authorization"] = "Bearer " .. target.token, ["Content-Type"] = "application/json",
    ["If-Match"] = '"' .. target.version .. '"', ["Idempotency-Key"] = run .. "-" .. index .. "-" .. made,
  }
  target.version = target.version + 1
  return wrk.format("POST", target.path, headers, '{"amountFen":1,"payee":"施工队","accountName":"施工队","voucher":"P1"}')
end

function response(status, headers, body)
  if status ~= 200 then
    refused = (refused or 0) + 1
    if refused == 1 then io.stderr:write(status .. " " .. body:sub(1, 300) .. "\n") end
  end
end

-- Reads one project after another, or one fixed path, as a signed-in person.
function init(args)
  file, paths = args[1], {}
  for line in io.lines(file) do
    local path, token = line:match("(%S+) (%S+)")
    paths[#paths + 1] = { path, token }
  end
  place = math.random(#paths)
end

function request()
  place = place % #paths + 1
  return wrk.format("GET", paths[place][1], { ["Authorization"] = "Bearer " .. paths[place][2] })
end

-- Forgets the undeclared names that one person alone has sent.
-- KEYS counts last by
-- ARGV sender
local all, forgotten = redis.call('HGETALL', KEYS[3]), 0
for i = 1, #all, 2 do
  local others = {}
  for sender in string.gmatch(all[i + 1], '%S+') do
    if sender ~= ARGV[1] then others[#others + 1] = sender end
  end
  local left = table.concat(others, ' ')
  if left == '' then
    for _, key in ipairs(KEYS) do redis.call('HDEL', key, all[i]) end
    forgotten = forgotten + 1
  elseif left ~= all[i + 1] then
    redis.call('HSET', KEYS[3], all[i], left)
  end
end
return forgotten

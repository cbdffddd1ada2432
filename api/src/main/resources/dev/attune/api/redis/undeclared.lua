-- Adds counts of undeclared names; keeps at most so many names, and the senders of each while they are few.
-- KEYS counts last by
-- ARGV names keepMillis senders {name count time sender}
local function senders(known, name, sender)
  local before = redis.call('HGET', KEYS[3], name)
  if not before then return known and '*' or sender end
  if before == '*' or string.find(before, sender, 1, true) then return before end
  local _, others = string.gsub(before, ' ', '')
  return others + 1 < tonumber(ARGV[3]) and before .. ' ' .. sender or '*'
end

for i = 4, #ARGV, 4 do
  local name = ARGV[i]
  local known = redis.call('HEXISTS', KEYS[1], name) == 1
  if known or redis.call('HLEN', KEYS[1]) < tonumber(ARGV[1]) then
    redis.call('HINCRBY', KEYS[1], name, ARGV[i + 1])
    redis.call('HSET', KEYS[2], name, ARGV[i + 2])
    redis.call('HSET', KEYS[3], name, senders(known, name, ARGV[i + 3]))
  end
end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[2]) end
return 1

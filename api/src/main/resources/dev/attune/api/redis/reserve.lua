-- Promises showings, in the order asked. Runs with most decisions: takes and calls as little as it
-- can, and looks at bounds only when somebody asks anew.
-- KEYS facts decisions gone
-- ARGV now until decision factsMillis decisionsMillis oldest mark reserved
--      {action, kind U interrupts, name U kinds U atMost U since R …}
--      mark and reservations as they are expected; mark '': whatever they are
-- Gives where the person is, 'V' when they are otherwise, or for each ask '+reservation', '-bound', or '?' for one who is gone,
-- and then the reservations.
local facts = KEYS[1]
local field = redis.call('HMGET', facts, 'l', 'r', 's', 'v')
if ARGV[7] ~= '' and (field[1] or field[4] ~= ARGV[7] or (field[2] or '') ~= ARGV[8]) then
  return { 'V' }
end
if field[1] then
  if redis.call('EXISTS', KEYS[3]) == 1 then return { 'E' } end
  return { (redis.call('HLEN', facts) > 1 and 'U' or 'L') .. field[1] }
end
local isHere = field[2] or field[3] or redis.call('EXISTS', KEYS[3]) == 0
local now, keep = tonumber(ARGV[1]), {}
for till, id, kind, action in
  string.gmatch(field[2] or '', '(%d+)\31([^\31]*)\31([^\31]*\31[01])\31([^\30]*)')
do
  if tonumber(till) > now then keep[#keep + 1] = { till, id, kind, action } end
end

local function shown(action, since)
  local met = redis.call('HGET', facts, 'e' .. action)
  if not met then return 0 end
  if since == 0 then return tonumber(string.match(met, '^%d+')) end
  local count = 0
  for time in string.gmatch(string.match(met, '[^;]*$'), '%d+') do
    if tonumber(time) >= since then count = count + 1 end
  end
  return count
end

local function used(action, kinds, since)
  if kinds == '' then return shown(action, since) end
  local count, any = 0, ',' .. kinds .. ','
  for time, kind in string.gmatch(field[3] or '', '(%d+)\31([^\31]*)\31[^\30]*') do
    if tonumber(time) >= since and string.find(any, ',' .. kind .. ',', 1, true) then
      count = count + 1
    end
  end
  for _, held in ipairs(keep) do
    local kind = string.match(held[3], '^(.*)\0311$')
    if kind and string.find(any, ',' .. kind .. ',', 1, true) then count = count + 1 end
  end
  return count
end

local function full(action, bounds)
  for name, kinds, atMost, since in
    string.gmatch(bounds, '([^\31\30]*)\31([^\31]*)\31(%d+)\31(%d+)')
  do
    if used(action, kinds, tonumber(since)) >= tonumber(atMost) then return name end
  end
end

local answers = {}
for at = 9, #ARGV, 3 do
  local action, held, refused = ARGV[at], nil, nil
  for _, each in ipairs(keep) do
    if each[4] == action then held = each end
  end
  if not held then
    refused = full(action, ARGV[at + 2])
    held = { '', ARGV[3], '', action }
    if not refused then keep[#keep + 1] = held end
  end
  if refused then
    answers[#answers + 1] = '-' .. refused
  else
    held[1], held[3] = ARGV[2], ARGV[at + 1]
    answers[#answers + 1] = isHere and '+' .. held[2] or '?'
  end
end
if not isHere then return answers end

for i, held in ipairs(keep) do keep[i] = table.concat(held, '\31') end
local reserved = table.concat(keep, '\30')
local isFirst = redis.call('HSET', facts, 'r', reserved) == 1
if isFirst then redis.call('PEXPIRE', facts, ARGV[4]) end
enter(KEYS[2], ARGV[3], ARGV[6], ARGV[5])
answers[#answers + 1] = reserved
return answers

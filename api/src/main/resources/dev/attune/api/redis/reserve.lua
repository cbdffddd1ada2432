-- Promises showings, in the order asked. Calls as little as it can: it runs with most decisions.
-- KEYS facts entered history decisions gone
-- ARGV now until decision factsMillis decisionsMillis
--      {action kind interrupts bounds {name kinds atMost since}}
-- Gives where the person is, or for each ask '+reservation' or '-bound'.
local field = redis.call('HMGET', KEYS[1], 'l', 'r', 's')
local other = redis.call('EXISTS', KEYS[5]) == 1 and 'E' or nil
if not other and field[1] then return { elsewhere(KEYS[1], KEYS[5]) } end
local now, keep = tonumber(ARGV[1]), {}
for _, parts in ipairs(records(field[2])) do
  if tonumber(parts[1]) > now then keep[#keep + 1] = parts end
end
local spent = records(field[3])

local function holds(kinds, kind)
  return string.find(',' .. kinds .. ',', ',' .. kind .. ',', 1, true) ~= nil
end

local function shown(action, since)
  local met = redis.call('HGET', KEYS[1], 'e' .. action)
  if not met then return 0 end
  if since == 0 then return tonumber(string.match(met, '^%d+')) end
  local count = 0
  for time in string.gmatch(({ string.match(met, MET) })[9], '%d+') do
    if tonumber(time) >= since then count = count + 1 end
  end
  return count
end

local function used(action, kinds, since)
  if kinds == '' then return shown(action, since) end
  local count = 0
  for _, parts in ipairs(spent) do
    if tonumber(parts[1]) >= since and holds(kinds, parts[2]) then count = count + 1 end
  end
  for _, parts in ipairs(keep) do
    if parts[4] == '1' and holds(kinds, parts[3]) then count = count + 1 end
  end
  return count
end

local at, answers = 6, {}
while at <= #ARGV do
  local action, kind, interrupts, bounds = ARGV[at], ARGV[at + 1], ARGV[at + 2], tonumber(ARGV[at + 3])
  at = at + 4
  local held, refused
  for _, parts in ipairs(keep) do
    if parts[5] == action then held = parts end
  end
  for i = 1, bounds do
    if not held and not refused
      and used(action, ARGV[at + 1], tonumber(ARGV[at + 3])) >= tonumber(ARGV[at + 2]) then
      refused = ARGV[at]
    end
    at = at + 4
  end
  if refused then
    answers[#answers + 1] = '-' .. refused
  else
    if not held then
      held = { ARGV[2], ARGV[3], kind, interrupts, action }
      keep[#keep + 1] = held
    end
    held[1], held[3], held[4] = ARGV[2], kind, interrupts
    answers[#answers + 1] = '+' .. held[2]
  end
end
if other then return answers end -- an erased person's showings are promised, but not kept
local isFirst = redis.call('HSET', KEYS[1], 'r', text(keep)) == 1
if isFirst then redis.call('PEXPIRE', KEYS[1], ARGV[4]) end
index(KEYS[4], ARGV[1], ARGV[3], ARGV[5])
return answers

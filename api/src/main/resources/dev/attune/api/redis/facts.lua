-- What scripts that change facts share. A person's facts are the fields of one hash; the first letter of a field
-- says what it is, and how two values of it become one. Joining commutes, so that late, shuffled
-- and merged deliveries end in the same facts. Form.java describes the fields.

local UNIT, RECORD, GROUP = '\31', '\30', '\29'
local QUARTERS_KEPT = 3072
local SPENT_KEPT_MILLIS = 32 * 86400000
local SHOWN_KEPT = 64
local ITEMS_KEPT = 100

local function later(one, other)
  if one == '' then return other end
  if other == '' then return one end
  if tonumber(one) >= tonumber(other) then return one end
  return other
end

local function earlier(one, other)
  if tonumber(one) <= tonumber(other) then return one end
  return other
end

local function sum(one, other)
  return string.format('%d', tonumber(one) + tonumber(other))
end

local function addQuarters(sums, text)
  for quarter, count in string.gmatch(text, '(%d+):(%d+)') do
    local key = tonumber(quarter)
    sums[key] = (sums[key] or 0) + tonumber(count)
  end
end

-- count;first;last;quarter:count,…
local function joinCounters(one, other)
  local c1, f1, l1, q1 = string.match(one, '^(%d+);(%-?%d+);(%-?%d+);(.*)$')
  local c2, f2, l2, q2 = string.match(other, '^(%d+);(%-?%d+);(%-?%d+);(.*)$')
  local sums, quarters, newest = {}, {}, 0
  addQuarters(sums, q1)
  addQuarters(sums, q2)
  for quarter in pairs(sums) do
    if quarter > newest then newest = quarter end
  end
  for quarter in pairs(sums) do
    if quarter > newest - QUARTERS_KEPT then quarters[#quarters + 1] = quarter end
  end
  table.sort(quarters)
  for i, quarter in ipairs(quarters) do
    quarters[i] = string.format('%d:%d', quarter, sums[quarter])
  end
  return sum(c1, c2) .. ';' .. earlier(f1, f2) .. ';' .. later(l1, l2) .. ';'
    .. table.concat(quarters, ',')
end

-- touched;closed;titled;title
local function joinItems(one, other)
  local t1, c1, n1, title1 = string.match(one, '^(%-?%d*);(%-?%d*);(%-?%d*);(.*)$')
  local t2, c2, n2, title2 = string.match(other, '^(%-?%d*);(%-?%d*);(%-?%d*);(.*)$')
  local titled = later(n1, n2)
  local title = title1
  if n1 == n2 then
    if title2 > title1 then title = title2 end
  elseif titled == n2 then
    title = title2
  end
  return later(t1, t2) .. ';' .. later(c1, c2) .. ';' .. titled .. ';' .. title
end

-- source;time;…: the better source, then the later time, then the greater text
local function joinValues(one, other)
  local s1, t1, rest1 = string.match(one, '^(%d);(%-?%d+);(.*)$')
  local s2, t2, rest2 = string.match(other, '^(%d);(%-?%d+);(.*)$')
  if s1 ~= s2 then return s1 < s2 and one or other end
  if t1 ~= t2 then return later(t1, t2) == t1 and one or other end
  return rest1 >= rest2 and one or other
end

local function joinProfiles(one, other)
  local fields, values = {}, {}
  for _, profile in ipairs({ one, other }) do
    for field, value in string.gmatch(profile, '([^=' .. GROUP .. ']+)=([^' .. GROUP .. ']*)') do
      if values[field] then
        values[field] = joinValues(values[field], value)
      else
        fields[#fields + 1] = field
        values[field] = value
      end
    end
  end
  for i, field in ipairs(fields) do fields[i] = field .. '=' .. values[field] end
  return table.concat(fields, GROUP)
end

-- time;…: the later time, then the greater text
local function joinLatest(one, other)
  local t1, t2 = string.match(one, '^(%-?%d+)'), string.match(other, '^(%-?%d+)')
  if t1 ~= t2 then return later(t1, t2) == t1 and one or other end
  return one >= other and one or other
end

local MET = '^(%d+);(%d+);(%d+);(%d+);(%-?%d*);(%-?%d*);(%-?%d*);([01]);(.*)$'

-- shown;dismissed;accepted;snoozed;lastDismissed;lastAccepted;snoozedUntil;less;time,…
local function joinEncounters(one, other)
  local a = { string.match(one, MET) }
  local b = { string.match(other, MET) }
  local times = {}
  for time in string.gmatch(a[9] .. ',' .. b[9], '%d+') do times[#times + 1] = time end
  table.sort(times, function(x, y) return tonumber(x) < tonumber(y) end)
  while #times > SHOWN_KEPT do table.remove(times, 1) end
  local less = (a[8] == '1' or b[8] == '1') and '1' or '0'
  return table.concat({ sum(a[1], b[1]), sum(a[2], b[2]), sum(a[3], b[3]), sum(a[4], b[4]),
    later(a[5], b[5]), later(a[6], b[6]), later(a[7], b[7]), less, table.concat(times, ',') }, ';')
end

local function records(text)
  local found = {}
  if not text or text == '' then return found end
  for record in string.gmatch(text, '[^' .. RECORD .. ']+') do
    local parts = {}
    for part in string.gmatch(record, '[^' .. UNIT .. ']+') do parts[#parts + 1] = part end
    found[#found + 1] = parts
  end
  return found
end

local function text(records)
  local lines = {}
  for i, parts in ipairs(records) do lines[i] = table.concat(parts, UNIT) end
  return table.concat(lines, RECORD)
end

-- time, kind, action
local function joinSpent(one, other)
  local all, newest = records(one), 0
  for _, parts in ipairs(records(other)) do all[#all + 1] = parts end
  table.sort(all, function(x, y) return tonumber(x[1]) < tonumber(y[1]) end)
  if #all > 0 then newest = tonumber(all[#all][1]) end
  local kept = {}
  for _, parts in ipairs(all) do
    if tonumber(parts[1]) > newest - SPENT_KEPT_MILLIS then kept[#kept + 1] = parts end
  end
  return text(kept)
end

-- until, id, kind, interrupts, action; one for each action
local function joinReserved(one, other)
  local all, held = records(one), {}
  for _, parts in ipairs(all) do held[parts[5]] = true end
  for _, parts in ipairs(records(other)) do
    if not held[parts[5]] then all[#all + 1] = parts end
  end
  return text(all)
end

local function first(one) return one end

local JOINS = { c = joinCounters, i = joinItems, p = joinProfiles, z = joinLatest, g = joinLatest,
  a = joinLatest, o = joinLatest,
  e = joinEncounters, s = joinSpent, r = joinReserved, m = first, n = first }

local function forgetOldestItem(facts)
  if redis.call('HLEN', facts) <= ITEMS_KEPT then return end
  local items, oldest, oldestAt = 0, nil, nil
  local all = redis.call('HGETALL', facts)
  for i = 1, #all, 2 do
    if string.sub(all[i], 1, 1) == 'i' then
      items = items + 1
      local touched, closed = string.match(all[i + 1], '^(%-?%d*);(%-?%d*)')
      local at = tonumber(later(touched, closed)) or 0
      if not oldest or at < oldestAt or (at == oldestAt and all[i] < oldest) then
        oldest, oldestAt = all[i], at
      end
    end
  end
  if items <= ITEMS_KEPT then return end
  redis.call('HDEL', facts, oldest)
  local about = ' ' .. string.sub(oldest, 2)
  for i = 1, #all, 2 do
    local field = all[i]
    if string.sub(field, 1, 1) == 'e' and string.sub(field, -#about) == about then
      redis.call('HDEL', facts, field)
    end
  end
end

-- Joins field and value pairs of ARGV, from one index on, into the facts, and gives these the mark
-- that stands last.
local function join(facts, from)
  for i = from, #ARGV - 1, 2 do
    local field, value = ARGV[i], ARGV[i + 1]
    local before = redis.call('HGET', facts, field)
    if field == 'p' then before = before or '' end -- so that a field told twice is joined as well
    if before then value = JOINS[string.sub(field, 1, 1)](before, value) end
    redis.call('HSET', facts, field, value)
    if not before and string.sub(field, 1, 1) == 'i' then forgetOldestItem(facts) end
  end
  redis.call('HSET', facts, 'v', ARGV[#ARGV])
end

-- Where a person's facts are now when they are not here: 'E' erased, 'L…' merged into another,
-- 'U…' merged into another with something left to move.
local function elsewhere(facts, gone, revives)
  if not revives and redis.call('EXISTS', gone) == 1 then return 'E' end
  local into = redis.call('HGET', facts, 'l')
  if not into then return nil end
  return (redis.call('HLEN', facts) > 1 and 'U' or 'L') .. into
end

-- Whether an id is new; remembers it until a time.
local function isFirst(entered, id, now, keepUntil, keepMillis)
  local known = redis.call('ZSCORE', entered, id)
  if known and tonumber(known) > tonumber(now) then return false end
  redis.call('ZADD', entered, keepUntil, id) -- first, so that a full Redis refuses all of it
  redis.call('ZREMRANGEBYSCORE', entered, '-inf', now)
  if redis.call('PTTL', entered) < tonumber(keepMillis) then
    redis.call('PEXPIRE', entered, keepMillis)
  end
  return true
end

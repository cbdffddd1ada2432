-- Makes files the next release, only while the one they were made from is current.
-- KEYS releases
-- ARGV base, told, files, how many are kept, request key or '', hash
local releases = KEYS[1]
local request = ARGV[5]
if request ~= '' then
  local done = redis.call('HGET', releases, 'k' .. request)
  if done then
    local number, hash = string.match(done, '^(%d+) (%x+)$')
    if hash ~= ARGV[6] then return { 'K' } end
    return { 'S', number, redis.call('HGET', releases, 'm' .. number) }
  end
end
local current = redis.call('HGET', releases, 'n') or '0'
if current ~= ARGV[1] then return { 'O', current } end
local number = string.format('%d', tonumber(current) + 1)
redis.call('HSET', releases, 'n', number, 'm' .. number, ARGV[2], 'f' .. number, ARGV[3])
if request ~= '' then
  redis.call('HSET', releases, 'k' .. request, number .. ' ' .. ARGV[6], 'q' .. number, request)
end
local gone = string.format('%d', tonumber(number) - tonumber(ARGV[4]))
local old = redis.call('HGET', releases, 'q' .. gone)
if old then redis.call('HDEL', releases, 'k' .. old) end
redis.call('HDEL', releases, 'm' .. gone, 'f' .. gone, 'q' .. gone)
redis.call('PUBLISH', releases, number)
return { 'S', number, ARGV[2] }

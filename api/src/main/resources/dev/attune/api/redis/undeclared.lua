-- Adds counts of undeclared names; keeps at most so many names.
-- KEYS counts last
-- ARGV names keepMillis {name count time}
for i = 3, #ARGV, 3 do
  local known = redis.call('HEXISTS', KEYS[1], ARGV[i]) == 1
  if known or redis.call('HLEN', KEYS[1]) < tonumber(ARGV[1]) then
    redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i + 1])
    redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 2])
  end
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 1

-- From a moment on things stand so; what stood so already does since it began to.
-- KEYS since
-- ARGV keepMillis nowMillis {name state}
for i = 3, #ARGV, 2 do
  local kept = redis.call('HGET', KEYS[1], ARGV[i])
  if not kept or string.match(kept, '^%S+') ~= ARGV[i + 1] then
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1] .. ' ' .. ARGV[2])
  end
end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1

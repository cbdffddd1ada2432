-- Enters a decision among the person's, the newest last. Ids begin with their time, so those made
-- before the oldest to keep can be told; they are looked for now and then.
local function enter(decisions, id, oldest, keepMillis)
  if redis.call('RPUSH', decisions, id) % 64 == 0 then
    while (redis.call('LINDEX', decisions, 0) or oldest) < oldest do
      redis.call('LPOP', decisions)
    end
  end
  redis.call('PEXPIRE', decisions, keepMillis)
end

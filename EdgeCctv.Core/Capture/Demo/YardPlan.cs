namespace EdgeCctv.Core.Capture.Demo;

/// <summary>The fixed planes of the yard, metres.</summary>
internal static class YardPlan
{
    public const float WallY = 20f;
    public const float BuildingLeft = -2.5f;
    public const float BuildingHeight = 6.9f;
    public const float FenceLeft = -16.5f;
    public const float FenceBack = 30f;
    public const float GateLeft = -10.4f;
    public const float FenceHeight = 2.3f;
    public const float FarAway = 46f;
    public const float DoorLeft = -0.1f;
    public const float DoorRight = 2.1f;
    public const float DoorHeight = 2.35f;
}

# SPDX-License-Identifier: MIT. Generated from openapi.yaml: edit that file, then run `make generate`.
"""DrivingModeDict: an argument that is a DrivingMode or a mapping with its keys, in either spelling."""

from typing import TYPE_CHECKING, Union

from infinity_assistant._models.own_typed_dict import OwnTypedDict
from infinity_assistant._models.typing_names import Required, TypedDict
from infinity_assistant.models.driving_mode import DrivingMode
from infinity_assistant.models.music_mood import MusicMood
from infinity_assistant.models.traffic_conditions import TrafficConditions

DrivingModeDict = TypedDict(
    "DrivingModeDict",
    {
        "enabled": Required[bool],
        "is_ev": bool,
        "isEV": bool,
        "vehicle_id": str,
        "vehicleId": str,
        "battery_percent": float,
        "batteryPercent": float,
        "current_range": float,
        "currentRange": float,
        "is_charging": bool,
        "isCharging": bool,
        "charging_time_remaining": float,
        "chargingTimeRemaining": float,
        "destination": str,
        "estimated_arrival": str,
        "estimatedArrival": str,
        "distance_remaining": float,
        "distanceRemaining": float,
        "traffic_conditions": TrafficConditions,
        "trafficConditions": TrafficConditions,
        "weather": str,
        "current_music": str,
        "currentMusic": str,
        "music_mood": MusicMood,
        "musicMood": MusicMood,
    },
    total=False,
)
"""The state of the vehicle. Answers become short enough to be heard while driving. As a mapping, with the names on
the wire or those of Python.
"""

if TYPE_CHECKING:
    DrivingModeParam = Union[DrivingMode, DrivingModeDict, OwnTypedDict]
else:
    DrivingModeDict.__pydantic_config__ = {"extra": "allow"}
    DrivingModeParam = Union[DrivingMode, DrivingModeDict]
